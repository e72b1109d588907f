package io.masthead.api.v1;

import java.util.List;

/** What a change of many left behind, in the order of their ids. */
record BulkJson<T>(List<T> items) implements Representation {}
