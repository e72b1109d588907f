package io.masthead.kernel;

/** One power over the site. Roles are sets of these; services ask for one of them by name. */
public enum Capability {
    EDIT_POSTS,
    EDIT_OTHERS_POSTS,
    EDIT_PUBLISHED_POSTS,
    EDIT_PRIVATE_POSTS,
    PUBLISH_POSTS,
    DELETE_POSTS,
    DELETE_OTHERS_POSTS,
    DELETE_PUBLISHED_POSTS,
    DELETE_PRIVATE_POSTS,
    READ_PRIVATE_POSTS,
    EDIT_PAGES,
    EDIT_OTHERS_PAGES,
    EDIT_PUBLISHED_PAGES,
    EDIT_PRIVATE_PAGES,
    PUBLISH_PAGES,
    DELETE_PAGES,
    DELETE_OTHERS_PAGES,
    DELETE_PUBLISHED_PAGES,
    DELETE_PRIVATE_PAGES,
    READ_PRIVATE_PAGES,
    /** Create, change and delete categories; change and delete tags. */
    MANAGE_CATEGORIES,
    UPLOAD_FILES,
    MODERATE_COMMENTS,
    LIST_USERS,
    CREATE_USERS,
    EDIT_USERS,
    DELETE_USERS,
    PROMOTE_USERS,
    MANAGE_SETTINGS,
    /** Tell and forget what is known of people. */
    MANAGE_PRIVACY,
    /** Read who did what, when. */
    READ_AUDIT,
    IMPORT,
}
