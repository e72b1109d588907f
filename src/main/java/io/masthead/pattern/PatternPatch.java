package io.masthead.pattern;

import io.masthead.kernel.Patch;

/** Changes of a pattern; a new one needs both. */
public record PatternPatch(Patch<String> title, Patch<String> source) {}
