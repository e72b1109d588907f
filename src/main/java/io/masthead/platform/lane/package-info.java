/**
 * Bounds on work that costs much: how many do it at once, how many wait for it, and for how long.
 * Here: the lane itself, and that of reads. Not here: what costs much, which each query says.
 */
package io.masthead.platform.lane;
