package io.masthead.post;

/**
 * The published posts next to one in the usual order.
 *
 * @param previous the one before it in time; null for the first
 * @param next the one after it in time; null for the last
 */
public record PostNeighbours(Post previous, Post next) {}
