package io.masthead.wp.rest;

import java.util.List;

/** Declares the routes of one kind of content; each implementation is found by itself. */
public interface WpRoutes {

    /** Those with fewer variables first, where several would match. */
    List<Route<?>> routes();
}
