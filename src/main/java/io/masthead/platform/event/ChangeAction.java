package io.masthead.platform.event;

/** What was done to the thing that was changed. */
public enum ChangeAction {
    CREATED,
    UPDATED,
    /** It is gone for good. */
    DELETED
}
