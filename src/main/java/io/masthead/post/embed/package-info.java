/** The operator's additions to the sites whose players posts may show; the renderer knows the others. */
package io.masthead.post.embed;
