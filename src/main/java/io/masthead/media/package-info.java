/**
 * Attachments: data on files that posts show. For now the files themselves stay where they are; only their URLs
 * are stored.
 */
package io.masthead.media;
