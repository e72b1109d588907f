/**
 * Purges a CDN by the cache tags of what was changed. An event consumer stores the tags, and a job sends them
 * and removes them once the CDN has confirmed the purge.
 */
package io.masthead.adapter.cdn;
