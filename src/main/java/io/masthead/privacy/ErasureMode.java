package io.masthead.privacy;

/** What happens to the comments of a person whose data is erased. */
public enum ErasureMode {
    /** They stay without their author. */
    ANONYMIZE,
    DELETE
}
