/**
 * How an item of an export is read in our words: its kind, status, dates, texts, custom fields and
 * details of media. Not here: storing any of it, and what is remembered of an import.
 */
package io.masthead.imports.item;
