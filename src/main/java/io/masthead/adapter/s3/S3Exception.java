package io.masthead.adapter.s3;

import java.io.IOException;

/** The server refused a request. The message has neither credentials nor signed URLs. */
final class S3Exception extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final int FORBIDDEN = 403;

    private final int status;
    private final String code;

    /**
     * @param code as the server names it, such as {@code NoSuchKey}; may be null
     * @param message of the server; may be null
     */
    S3Exception(int status, String code, String message) {
        super("The S3 server answered %d %s: %s".formatted(status, code, message));
        this.status = status;
        this.code = String.valueOf(code);
    }

    /** Another has the name, or is about to get it. */
    boolean isTaken() {
        return status == PRECONDITION_FAILED || code.equals("ConditionalRequestConflict");
    }

    boolean isMissingObject() {
        return code.equals("NoSuchKey");
    }

    boolean isMissingBucket() {
        return code.equals("NoSuchBucket");
    }

    /** The credentials are wrong, or may not do this. */
    boolean isForbidden() {
        return status == FORBIDDEN && !isFull();
    }

    boolean isUnsupported() {
        return status == NOT_IMPLEMENTED || code.equals("NotImplemented");
    }

    /** As MinIO and Ceph say it; Amazon's buckets are never full. */
    boolean isFull() {
        return status == INSUFFICIENT_STORAGE || code.equals("QuotaExceeded") || code.equals("XMinioStorageFull");
    }
}
