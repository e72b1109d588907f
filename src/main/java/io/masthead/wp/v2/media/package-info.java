/** Files as WordPress' clients know them: sent, shown, changed, edited and deleted. */
package io.masthead.wp.v2.media;
