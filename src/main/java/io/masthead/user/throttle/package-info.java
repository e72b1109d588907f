/**
 * How often somebody may try to get in. What is tried is checked elsewhere; here attempts are only
 * counted, by all nodes together.
 */
package io.masthead.user.throttle;
