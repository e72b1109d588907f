/**
 * WordPress' REST protocol: routes, parameters, refusals, embedding, the index. It knows nothing of
 * posts or users; what lies at the routes is declared in the package beside it.
 */
package io.masthead.wp.rest;
