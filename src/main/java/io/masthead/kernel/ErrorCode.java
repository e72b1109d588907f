package io.masthead.kernel;

/**
 * Every way in which the core refuses. A surface answers each code in a {@code switch} without
 * {@code default}, so that a new one does not compile until each dialect has a word for it.
 */
public enum ErrorCode {
    /** A parameter of the request is unknown, repeated or of the wrong kind. */
    INVALID_PARAMETER,
    /** The body cannot be read: broken JSON, an unknown or repeated field, a wrong type. */
    INVALID_BODY,
    /** The body is well formed but breaks a rule; the exception names each field. */
    VALIDATION_FAILED,
    /** The body is larger than what this operation takes. */
    BODY_TOO_LARGE,
    /** Nobody is signed in, or the credentials are wrong, and the operation needs somebody. */
    UNAUTHENTICATED,
    /** Login and password, a code or a link do not fit; which of it is wrong is not said. */
    CREDENTIALS_WRONG,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** The owner of the token may do this, and the token may not. */
    SCOPE_MISSING,
    /** Too many attempts were made; the refusal says how long to wait. */
    TOO_MANY_ATTEMPTS,
    /** No post or page has this id or slug. */
    POST_NOT_FOUND,
    /** The post or page exists and the caller may not know of it. */
    POST_HIDDEN,
    /** The password sent for a protected post is not its password. */
    POST_PASSWORD_WRONG,
    /** Only what lies in the trash can be restored. */
    POST_NOT_TRASHED,
    /** The post or page lies in the trash; it must be restored before it is changed. */
    POST_TRASHED,
    /** No revision has this id. */
    REVISION_NOT_FOUND,
    /** The revision exists, and it is another post's. */
    REVISION_OF_OTHER_POST,
    /** The caller has kept nothing unsaved of this post. */
    AUTOSAVE_NOT_FOUND,
    /** No category or tag has this id or slug. */
    TERM_NOT_FOUND,
    /** The default category takes the posts of deleted ones, so it cannot be deleted itself. */
    DEFAULT_CATEGORY,
    /** No user has this id or slug. */
    USER_NOT_FOUND,
    /** The user exists and has published nothing that would make the profile public. */
    USER_HIDDEN,
    /** What becomes of a deleted user's content is not said, or nobody could take it. */
    USER_CONTENT_UNDECIDED,
    /** A site keeps at least one administrator who can sign in. */
    LAST_ADMINISTRATOR,
    /** Nobody takes the own powers, or the own account, away. */
    OWN_ACCOUNT,
    /** No credential of this kind has this id, or it belongs to somebody else. */
    CREDENTIAL_NOT_FOUND,
    /** No mail server is configured, so no link can be sent. */
    MAIL_NOT_CONFIGURED,
    /** The second factor is on or off already, or cannot be told apart from it. */
    SECOND_FACTOR_STATE,
    /** Whoever has no password keeps one account elsewhere to sign in by. */
    LAST_WAY_IN,
    /** No way to sign in by another site has this name. */
    PROVIDER_NOT_FOUND,
    /** No media has this id or slug. */
    MEDIA_NOT_FOUND,
    /** No import has this id. */
    IMPORT_NOT_FOUND,
    /** No comment has this id. */
    COMMENT_NOT_FOUND,
    /** The comment exists and the caller may not know of it. */
    COMMENT_HIDDEN,
    /** The post is not published yet, so nobody comments on it. */
    COMMENT_POST_DRAFT,
    /** The post lies in the trash, so nobody comments on it. */
    COMMENT_POST_TRASHED,
    /** The post takes no comments, or no more. */
    COMMENTS_CLOSED,
    /** The comments of a protected post are as hidden as its text until its password is sent. */
    POST_PASSWORD_REQUIRED,
    /** The same author has said the same on this post before. */
    COMMENT_DUPLICATE,
    /** The same author or address has commented a moment ago; the refusal says how long to wait. */
    COMMENT_FLOOD,
    /** The edit token does not belong to this comment. */
    COMMENT_TOKEN_WRONG,
    /** The time in which authors may change their comment is over. */
    COMMENT_EDIT_CLOSED,
    /** Only what lies in the trash or among the spam can be restored. */
    COMMENT_NOT_TRASHED,
    /** The comment lies in the trash; it must be restored before it is changed. */
    COMMENT_TRASHED,
    /** What cannot be trashed is deleted for good, which must be asked for. */
    PERMANENT_REQUIRED,
    /** The row is not in the version that the caller expected to change. */
    VERSION_MISMATCH,
    /** The Idempotency-Key is too short, too long or not allowed here. */
    IDEMPOTENCY_KEY_INVALID,
    /** The Idempotency-Key was used before with another operation or body. */
    IDEMPOTENCY_KEY_REUSED,
    /** The first request with this Idempotency-Key is still running. */
    IDEMPOTENCY_KEY_IN_USE,
    /** Something that Masthead depends on, such as its database, does not answer in time. */
    UNAVAILABLE,
}
