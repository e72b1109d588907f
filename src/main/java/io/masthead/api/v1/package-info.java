/**
 * Our own API, {@code /api/v1}: reads requests into the words of the core and writes its answers as
 * JSON, a room below this one for each noun. No business rule lives here; decisions of the wire
 * (names, statuses, paging, problems) do.
 */
package io.masthead.api.v1;
