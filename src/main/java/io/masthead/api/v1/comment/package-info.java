/**
 * Comments, threads, moderation and comment forms. Exports of personal data are part of {@code site}.
 */
package io.masthead.api.v1.comment;
