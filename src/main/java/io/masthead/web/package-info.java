/**
 * What the surfaces share on HTTP level: mapping refusals to responses, conditional requests, limits of bodies.
 * It depends on no noun; each surface has its own error format.
 */
package io.masthead.web;
