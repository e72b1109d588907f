/**
 * Media on the wire, and the reference by which others show a picture.
 */
package io.masthead.api.v1.media;
