/** Parts of texts that are made when the texts are read. */
package io.masthead.post.dynamic;
