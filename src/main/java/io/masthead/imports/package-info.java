/**
 * Imports WordPress exports in one job that can be watched, repeated and resumed. The classes here write each
 * record and its mapping. {@code archive} unpacks the file, {@code wxr} reads it, {@code item} translates items,
 * {@code users} imports users; each noun's {@code XImport} stores its objects.
 */
package io.masthead.imports;
