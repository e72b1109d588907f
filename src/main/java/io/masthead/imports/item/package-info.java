/**
 * Translates items of an export: kind, status, dates, texts, custom fields and media details. Nothing is stored
 * here.
 */
package io.masthead.imports.item;
