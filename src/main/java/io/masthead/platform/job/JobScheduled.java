package io.masthead.platform.job;

/** A job of this kind is due as soon as the scheduling transaction is committed. */
record JobScheduled(String kind) {}
