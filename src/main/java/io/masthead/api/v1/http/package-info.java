/**
 * What all rooms of this API read and write alike: parameters, bodies, lists, problems, entity tags.
 * Not here: any noun, and how the document describes it, which is {@code openapi}'s.
 */
package io.masthead.api.v1.http;
