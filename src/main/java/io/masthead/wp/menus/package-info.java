/**
 * Menus as headless front ends of WordPress read them without signing in: {@code menus/v1}, in the shape of the
 * plug-in "WP-REST-API V2 Menus".
 */
package io.masthead.wp.menus;
