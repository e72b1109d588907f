/** Limits for expensive work: concurrency, queue length and waiting time. Queries decide what is costly. */
package io.masthead.platform.lane;
