package io.masthead.wp.conformance;

/**
 * One place at which our answer is another one.
 *
 * @param place as {@code status}, {@code header Allow} or {@code body[0].title.rendered}
 * @param expected the recorded value as JSON
 * @param actual ours as JSON
 */
record Deviation(String place, String expected, String actual) {

    static final String ABSENT = "(absent)";
}
