/**
 * Menus as WordPress' core serves them: {@code menus}, {@code menu-items}, {@code menu-locations} and {@code
 * navigation} of {@code wp/v2}.
 */
package io.masthead.wp.v2.menu;
