/**
 * Keeps media in a bucket of any server that speaks the protocol of Amazon S3. Nothing of it is loaded if media are
 * kept in a folder.
 */
package io.masthead.adapter.s3;
