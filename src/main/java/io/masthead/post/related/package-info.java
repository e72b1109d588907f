/** Posts that share terms with another one. Neighbours in time are in {@code post}. */
package io.masthead.post.related;
