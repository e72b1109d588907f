/**
 * The files of imported attachments: where they are taken from, which of them are still to come, and the addresses
 * inside contents that lead to them.
 */
package io.masthead.imports.files;
