/**
 * The settings of the site by its administrator: name, URL, language, time zone, and discussion rules. Settings
 * of the server by its operator are configuration.
 */
package io.masthead.setting;
