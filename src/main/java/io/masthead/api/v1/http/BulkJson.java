package io.masthead.api.v1.http;

import java.util.List;

/** The result of a bulk change, in the order of the ids. */
public record BulkJson<T>(List<T> items) implements Representation {}
