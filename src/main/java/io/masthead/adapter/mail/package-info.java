/**
 * Mail: what the core wants sent, handed to a mail server. Here: the words and the address of a
 * mail. Not here: when one is sent, and who may ask for it.
 */
package io.masthead.adapter.mail;
