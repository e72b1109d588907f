package io.masthead.imports.item;

/** Receives sentences about values that are not imported as they were. */
@FunctionalInterface
interface ImportWarnings {

    void add(String sentence);
}
