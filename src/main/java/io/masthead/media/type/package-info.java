/**
 * What a received file is, by its bytes: its type, and the size of an image by its header; and what is served of an
 * image. Inspecting decodes nothing and holds little of a file in memory; cleaning decodes an image that must be turned.
 */
package io.masthead.media.type;
