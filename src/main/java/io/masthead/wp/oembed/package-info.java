/** {@code oembed/1.0}: by which other sites show a card for a post of this one (https://oembed.com). */
package io.masthead.wp.oembed;
