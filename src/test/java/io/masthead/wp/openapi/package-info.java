/**
 * Makes the OpenAPI document of the WordPress surface from its table of routes. What a route does,
 * and what its schemas say, is declared where the route is; nothing is said of it twice.
 */
package io.masthead.wp.openapi;
