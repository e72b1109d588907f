package io.masthead.api.v1.http;

import java.util.List;

/** What a change of many left behind, in the order of their ids. */
public record BulkJson<T>(List<T> items) implements Representation {}
