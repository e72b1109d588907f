/** Knows players that other sites offer for embedding, by their addresses alone: no request is ever made. */
package io.masthead.text.embed;
