/**
 * The native API, {@code /api/v1}, with a package per noun: translates requests for the core and its
 * results to JSON. It decides on names, statuses, paging and problems, and contains no business rules.
 */
package io.masthead.api.v1;
