/**
 * Replays what a running WordPress was asked and answered, and compares our answers with its.
 *
 * <p>The recordings lie beside the project, in {@code ../shared/wordpress} or where {@code
 * -Dmasthead.conformance=DIR} says; without them the replay is skipped. Run it with {@code
 * -Dtest=RecordingsTest}, and for some groups only with {@code
 * -Dmasthead.conformance.group=posts-list,search}. What differs is written to {@code
 * target/conformance/GROUP.txt}.
 *
 * <p>Beside this package among the resources, {@code GROUP.txt} holds the number of exchanges that
 * must be equal and the differences that are meant, {@code every-group.txt} those of several
 * groups, and {@code not-served.txt} what is left out. {@code -Dmasthead.conformance.raise=true}
 * writes higher numbers where more was reached. A difference reads:
 *
 * <pre>
 * difference wrong-credentials
 *   because Wrong credentials are refused and do not make a guest.
 *   in auth/0005 auth/0009-0012 /wp-json/wp/v2/users/*
 *   at status = 401
 *   at body.**
 * </pre>
 *
 * <p>{@code in} lists exchanges, ranges of them, or patterns of paths; {@code at} is a place of the
 * answer, with what we say there if only that is meant. In a pattern {@code *} stands for one step,
 * {@code **} for any number, and {@code [*]} for any place of a list; in what we say, {@code *} is
 * any text. An exchange is equal when every place at which it differs is named.
 *
 * <p>Where a rule leaves our value open, {@code own-values/GROUP.txt} holds it: a change there is
 * seen too. {@code -Dmasthead.conformance.write=true} writes these files again; read the diff
 * before you commit it.
 *
 * <p>Here: the replay and its rules. Not here: what the surface must do in our own words, which its
 * own tests say.
 */
package io.masthead.wp.conformance;
