/**
 * Custom fields as WordPress' clients know them, for whatever has some: {@code acf} of the plug-in Advanced Custom
 * Fields, and {@code meta}. What the fields mean is the core's business.
 */
package io.masthead.wp.v2.field;
