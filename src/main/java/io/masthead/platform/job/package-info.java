/**
 * Work that a transaction promises and that is done after it, once, by whichever node takes it
 * first. Here: the queue, its leases and the threads. Not here: what the work is, which each
 * feature's {@link io.masthead.platform.job.JobHandler} knows.
 */
package io.masthead.platform.job;
