/**
 * Posts and pages: their life from draft to trash, who may see and change them, and what spans a
 * post and the nouns below it. How a text becomes HTML is {@code text}'s; how a post looks in JSON,
 * a surface's.
 */
package io.masthead.post;
