/**
 * Public responses kept in memory: what a key is made of, which responses are kept, and until when. It depends on no
 * noun and no surface: a response says by its Cache-Control that it is public, and by its tags what it shows.
 */
package io.masthead.web.cache;
