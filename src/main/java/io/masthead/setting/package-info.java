/**
 * What an administrator sets for the whole site: its name, address, language and time zone, and the
 * rules of discussion. What an operator sets for the server is configuration, not a setting.
 */
package io.masthead.setting;
