/**
 * Media, and references to media in other resources.
 */
package io.masthead.api.v1.media;
