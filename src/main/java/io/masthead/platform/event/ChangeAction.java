package io.masthead.platform.event;

/** How a subject was changed. */
public enum ChangeAction {
    CREATED,
    UPDATED,
    /** Permanently deleted. */
    DELETED
}
