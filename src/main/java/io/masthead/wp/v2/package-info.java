/**
 * What lies at the routes of {@code /wp-json/wp/v2}: fields, parameters, and the core's services in
 * WordPress' words. How a request gets here is the protocol's ({@code rest}).
 */
package io.masthead.wp.v2;
