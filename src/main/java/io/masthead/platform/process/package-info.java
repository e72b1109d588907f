/**
 * Ends the process when it has run out of memory or its database is gone for good; watches the memory. The
 * database is watched elsewhere.
 */
package io.masthead.platform.process;
