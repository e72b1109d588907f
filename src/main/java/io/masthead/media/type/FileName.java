package io.masthead.media.type;

import java.util.regex.Pattern;

/** The name of a file as a client sends it, of which only what can be shown is kept. */
public final class FileName {

    private static final int MAX_TITLE = 200;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern EXTENSION = Pattern.compile("(?<=.)\\.[^.]{0,16}$");

    // Also U+202E and its like, which let "gpj.exe" look like another type.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final Pattern STORED = Pattern.compile("(?:-edited)?-[0-9a-f]{12,}(\\.[a-z0-9]+)$");

    private FileName() {}

    /** The last part of a path, of any system, without invisible characters; may be empty. */
    public static String of(String sent) {
        return INVISIBLE
                .matcher(PATH.matcher(sent).replaceFirst(""))
                .replaceAll("")
                .strip();
    }

    /** {@code ferry-edited.jpg} for the stored {@code ferry-0a1b2c3d4e5f.jpg}, also after further edits. */
    public static String edited(String stored) {
        return STORED.matcher(stored).replaceFirst("-edited$1");
    }

    /** A title made from a clean name. */
    public static String title(String name) {
        var title = EXTENSION.matcher(name).replaceFirst("").strip();
        return title.codePointCount(0, title.length()) <= MAX_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE));
    }
}
