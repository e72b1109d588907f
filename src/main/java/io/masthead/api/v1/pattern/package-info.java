/** Synced patterns on the wire. */
package io.masthead.api.v1.pattern;
