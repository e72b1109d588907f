package io.masthead.platform.job;

/** A job of this kind is due as soon as the transaction that promised it is committed. */
record JobScheduled(String kind) {}
