package io.masthead.imports.item;

/** Where a sentence goes about something that is not taken over as it was. */
@FunctionalInterface
interface ImportWarnings {

    void add(String sentence);
}
