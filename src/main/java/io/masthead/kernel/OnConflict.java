package io.masthead.kernel;

/** What becomes of a wish that cannot be had as it stands, such as a slug in use. */
public enum OnConflict {
    /** It is refused, and the refusal names the field. */
    REFUSE,
    /** The nearest that can be had is taken: a slug in use gets a number. */
    FIT
}
