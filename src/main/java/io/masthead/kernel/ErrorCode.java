package io.masthead.kernel;

/**
 * All refusals of the core. A surface maps each code in a {@code switch} without {@code default}, so that a new
 * code does not compile until each surface handles it.
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
    /** The file is of a type that is not accepted, whatever it is called. */
    UNSUPPORTED_MEDIA_TYPE,
    /** There is no room for a file. */
    STORAGE_FULL,
    /** No valid credentials were sent, and the operation requires a user. */
    UNAUTHENTICATED,
    /** Login and password, a code or a link are wrong; which of them is not disclosed. */
    CREDENTIALS_WRONG,
    /** The caller is known but not allowed to do this. */
    FORBIDDEN,
    /** The owner of the token is allowed to do this, but the token is not. */
    SCOPE_MISSING,
    /** There were too many attempts; the refusal tells how long to wait. */
    TOO_MANY_ATTEMPTS,
    /** No post or page has this id or slug. */
    POST_NOT_FOUND,
    /** The post or page exists, but the caller may not see it. */
    POST_HIDDEN,
    /** The password sent for a protected post is not its password. */
    POST_PASSWORD_WRONG,
    /** Only posts in the trash can be restored. */
    POST_NOT_TRASHED,
    /** The post or page is in the trash; it must be restored before it is changed. */
    POST_TRASHED,
    /** No revision has this id. */
    REVISION_NOT_FOUND,
    /** The revision exists, but belongs to another post. */
    REVISION_OF_OTHER_POST,
    /** The caller has no autosave of this post. */
    AUTOSAVE_NOT_FOUND,
    /** No category or tag has this id or slug. */
    TERM_NOT_FOUND,
    /** The default category gets the posts of deleted ones, so it cannot be deleted itself. */
    DEFAULT_CATEGORY,
    /** No pattern has this id. */
    PATTERN_NOT_FOUND,
    /** No menu has this id or slug. */
    MENU_NOT_FOUND,
    /** No item of a menu has this id. */
    MENU_ITEM_NOT_FOUND,
    /** No user has this id or slug. */
    USER_NOT_FOUND,
    /** The user exists, but has not published anything that would make the profile public. */
    USER_HIDDEN,
    /**
     * The request does not say what to do with a deleted user's content, or it cannot be reassigned as
     * requested.
     */
    USER_CONTENT_UNDECIDED,
    /** A site keeps at least one administrator who can sign in. */
    LAST_ADMINISTRATOR,
    /** Users cannot remove their own rights or their own account. */
    OWN_ACCOUNT,
    /** No credential of this kind has this id, or it belongs to another user. */
    CREDENTIAL_NOT_FOUND,
    /** No mail server is configured, so no link can be sent. */
    MAIL_NOT_CONFIGURED,
    /** The second factor is already on or off, or its setup was not started. */
    SECOND_FACTOR_STATE,
    /** A user without a password must keep one linked account to sign in with. */
    LAST_WAY_IN,
    /** No sign-in provider has this name. */
    PROVIDER_NOT_FOUND,
    /** No media has this id or slug. */
    MEDIA_NOT_FOUND,
    /** Posts show the media, and the request does not say to delete it all the same. */
    MEDIA_IN_USE,
    /** The settings do not allow to get files from URLs. */
    FETCH_DISABLED,
    /** Nothing stands at this path of the site. */
    PATH_NOT_FOUND,
    /** No redirect has this id. */
    REDIRECT_NOT_FOUND,
    /** No import has this id. */
    IMPORT_NOT_FOUND,
    /** No comment has this id. */
    COMMENT_NOT_FOUND,
    /** The comment exists, but the caller may not see it. */
    COMMENT_HIDDEN,
    /** The post is not published yet, so it cannot be commented on. */
    COMMENT_POST_DRAFT,
    /** The post is in the trash, so it cannot be commented on. */
    COMMENT_POST_TRASHED,
    /** Comments on the post are closed. */
    COMMENTS_CLOSED,
    /** The comments of a protected post require its password. */
    POST_PASSWORD_REQUIRED,
    /** The same author has already submitted the same comment on this post. */
    COMMENT_DUPLICATE,
    /** The same author or address commented a moment ago; the refusal tells how long to wait. */
    COMMENT_FLOOD,
    /** The edit token is not valid for this comment. */
    COMMENT_TOKEN_WRONG,
    /** The time in which authors may change their comment has ended. */
    COMMENT_EDIT_CLOSED,
    /** Only comments in the trash or spam can be restored. */
    COMMENT_NOT_TRASHED,
    /** The comment is in the trash; it must be restored before it is changed. */
    COMMENT_TRASHED,
    /** What has no trash is deleted permanently, which must be requested explicitly. */
    PERMANENT_REQUIRED,
    /** The row is not in the version that the caller expected. */
    VERSION_MISMATCH,
    /** The Idempotency-Key is too short, too long or not allowed here. */
    IDEMPOTENCY_KEY_INVALID,
    /** The Idempotency-Key has been used with another operation or body. */
    IDEMPOTENCY_KEY_REUSED,
    /** The first request with this Idempotency-Key is still running. */
    IDEMPOTENCY_KEY_IN_USE,
    /** Something that Masthead depends on, such as its database, does not respond in time. */
    UNAVAILABLE,
}
