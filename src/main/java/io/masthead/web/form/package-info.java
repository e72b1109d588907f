/** Reads what names and holds files in requests. It depends on no surface. */
package io.masthead.web.form;
