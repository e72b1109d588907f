/**
 * Posts and pages as WordPress' clients know them; one implementation, since they are almost one.
 */
package io.masthead.wp.v2.post;
