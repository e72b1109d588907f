/**
 * Posts and pages with their autosaves, revisions and archives. Comments, media and terms are shown by
 * the references of their packages.
 */
package io.masthead.api.v1.post;
