/**
 * Jobs that a transaction schedules and that run after it, once, on whichever node claims them first: the
 * queue, its leases and the threads. Features implement the work in {@link
 * io.masthead.platform.job.JobHandler}.
 */
package io.masthead.platform.job;
