package io.masthead.imports.wxr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Whole numbers as PHP's {@code intval} reads them from texts. */
final class PhpInteger {

    private static final Pattern LEADING = Pattern.compile(
            "[ \\t\\n\\r\\x0B\\f]*([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3}(?![0-9]))?)");
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+");

    /** More digits say nothing more about a number of 64 bits. */
    private static final int MAX_DIGITS = 400;

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private PhpInteger() {}

    /**
     * The number that the text begins with, without its fraction; 0 if there is none. Numbers beyond 64 bits become the
     * nearest one.
     */
    static long of(String text) {
        var start = LEADING.matcher(text.substring(0, Math.min(text.length(), MAX_DIGITS)));
        if (!start.lookingAt()) {
            return 0;
        }
        var number = new BigDecimal(start.group(1)).toBigInteger();
        return number.max(LEAST).min(MOST).longValue();
    }

    /** Whether the text says this number and nothing else. */
    static boolean isWritten(long number, String text) {
        return text.length() < MAX_DIGITS
                && PLAIN.matcher(text).matches()
                && new BigInteger(text).equals(BigInteger.valueOf(number));
    }
}
