/**
 * Posts and pages: their life from draft to trash, and what spans a post and the nouns below it.
 * Who may see and change them is in {@code access}, what lists can ask for in {@code search}, what a
 * change is made of in {@code patch}, what they said before in {@code revision}. How a text becomes HTML is {@code text}'s; how a post looks in JSON,
 * a surface's.
 */
package io.masthead.post;
