/** The notes of WordPress' footnotes block, which stand in a custom field. */
package io.masthead.post.footnote;
