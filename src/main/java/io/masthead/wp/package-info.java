/**
 * The WordPress surface: {@code /wp-json} as WordPress' own clients expect it, over the same core
 * as the native API. It translates; no rule of the publication is decided here.
 */
package io.masthead.wp;
