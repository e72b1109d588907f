package io.masthead.kernel;

/** A capability. Roles are sets of these; services require single ones. */
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
    /** Create, change and delete menus, and see their items that readers do not see. */
    MANAGE_MENUS,
    /** Export and erase personal data. */
    MANAGE_PRIVACY,
    /** Read the audit trail. */
    READ_AUDIT,
    IMPORT,
}
