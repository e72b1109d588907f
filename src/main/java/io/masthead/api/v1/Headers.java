package io.masthead.api.v1;

/** Headers that have no constant elsewhere. */
final class Headers {

    /** draft-ietf-httpapi-idempotency-key-header. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private Headers() {}
}
