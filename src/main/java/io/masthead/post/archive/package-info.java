/** The months with published posts. */
package io.masthead.post.archive;
