/** Files as WordPress shows them: what is said of them can be changed, bytes come in later. */
package io.masthead.wp.v2.media;
