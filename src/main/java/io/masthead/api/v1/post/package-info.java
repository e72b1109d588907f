/**
 * Posts, pages, their autosaves, revisions and archives on the wire. Not here: their comments, media
 * and terms, which are shown as the references of those rooms.
 */
package io.masthead.api.v1.post;
