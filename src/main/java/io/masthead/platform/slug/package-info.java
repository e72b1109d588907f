/**
 * Addresses: which slug leads to what, now and formerly. What a slug is made of is decided in
 * {@code text}; whether a chosen one may be taken, here.
 */
package io.masthead.platform.slug;
