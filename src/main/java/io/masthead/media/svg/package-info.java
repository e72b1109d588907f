/** Vector graphics: what of an uploaded SVG is kept, so that it can neither run nor load anything. */
package io.masthead.media.svg;
