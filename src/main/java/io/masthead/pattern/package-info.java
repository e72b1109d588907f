/** Synced patterns: parts of texts that are written once and shown in many posts. */
package io.masthead.pattern;
