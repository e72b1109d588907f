/**
 * Menus.
 */
package io.masthead.api.v1.menu;
