/**
 * Sends the core's mails by a mail server: their texts and recipients. The core decides when a mail is sent and
 * who may request it.
 */
package io.masthead.adapter.mail;
