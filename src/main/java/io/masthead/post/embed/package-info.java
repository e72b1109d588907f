/** The operator's additions to the sites whose players posts may show; {@code text.embed} knows the others. */
package io.masthead.post.embed;
