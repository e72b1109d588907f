package io.masthead.platform.job;

import java.time.Instant;

/** A job of this kind is due at that time, or as soon as the scheduling transaction is committed. */
record JobScheduled(String kind, Instant dueAt) {}
