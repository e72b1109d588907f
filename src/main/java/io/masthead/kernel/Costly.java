package io.masthead.kernel;

/** A query whose execution may be far more expensive than others. */
public interface Costly {

    /** Whether it is: whether many rows are read for few results. */
    boolean isCostly();
}
