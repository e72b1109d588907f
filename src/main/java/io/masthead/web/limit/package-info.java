/**
 * Limits for single clients before a worker thread is used: connections, the time for receiving requests, and
 * unread responses. It depends on no surface.
 */
package io.masthead.web.limit;
