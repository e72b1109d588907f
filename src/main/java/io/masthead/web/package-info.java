/**
 * What the surfaces share on the wire: how refusals become answers, conditional requests, limits of
 * bodies. It knows no noun; how an error or an answer looks is each surface's own.
 */
package io.masthead.web;
