package io.masthead.kernel;

/** What somebody asks for, where the answer may cost far more than others do. */
public interface Costly {

    /** Whether it does: whether many rows are read for few that are shown. */
    boolean isCostly();
}
