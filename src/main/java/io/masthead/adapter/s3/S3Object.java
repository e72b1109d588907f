package io.masthead.adapter.s3;

import java.time.Instant;

/**
 * What a server tells of an object.
 *
 * @param name in the bucket
 * @param size in bytes
 * @param modified when it was written or copied
 */
record S3Object(String name, long size, Instant modified) {}
