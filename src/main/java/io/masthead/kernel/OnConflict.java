package io.masthead.kernel;

/** How to handle a value that cannot be applied as it is, such as a taken slug. */
public enum OnConflict {
    /** Refuse it, naming the field. */
    REFUSE,
    /** Use the nearest possible value: a taken slug gets a number. */
    FIT
}
