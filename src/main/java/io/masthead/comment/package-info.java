/**
 * Comments and pings on posts. They are kept by imports so far and shown by nothing yet. How their
 * text is cleaned is {@code text}'s.
 */
package io.masthead.comment;
