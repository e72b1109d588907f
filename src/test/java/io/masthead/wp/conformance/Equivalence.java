package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * When two values say the same although they are not: times of the recording, ids and secrets of
 * what was made while recording.
 */
final class Equivalence {

    /** As far as a replay may be off; the clock is set to the time of the recording. */
    private static final Duration LENGTH_OF_A_GROUP = Duration.ofMinutes(30);

    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\+00:00|Z)?");
    private static final Pattern SECRET = Pattern.compile("(\\w{4} ){5}\\w{4}");

    private static final Pattern NONCE = Pattern.compile("nonce=[0-9a-f]{10}");

    /** Where in a text an id, or a UUID, stands. */
    private static final Pattern ID = Pattern.compile("(?:/wp/v2/([a-z_-]+)/|/(revisions|autosaves)/"
            + "|[?&;](p|page_id|attachment_id|post|parent|author|include|cat)="
            + "|(?:#|\\b)(comment|post)-|^(?=\\d+-(?:revision|autosave)-v1$))(\\d{1,18})(?!\\d)"
            + "|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Noted a little later, so that it is seen or not. */
    private static final Set<String> NOTED_LATER = Set.of("last_used", "last_ip");

    private static final Set<String> ID_FIELDS =
            Set.of("id", "post", "parent", "author", "featured_media", "categories", "tags", "term_id");

    private final NewThings things;
    private final Instant seededAt;

    Equivalence(NewThings things, Instant seededAt) {
        this.things = things;
        this.seededAt = seededAt;
    }

    /**
     * @param field the name of the nearest field
     * @param holder what the answer is of
     */
    boolean same(String field, Things holder, JsonNode recorded, JsonNode actual) {
        if (recorded.equals(actual) || NOTED_LATER.contains(field)) {
            return true;
        }
        if (recorded.isNumber() && actual.isNumber()) {
            return recorded.decimalValue().compareTo(actual.decimalValue()) == 0
                    || (ID_FIELDS.contains(field)
                            && things.same(Things.ofField(field, holder), recorded.asLong(), actual.asLong()));
        }
        return recorded.isTextual()
                && actual.isTextual()
                && (field.equals("password")
                        ? SECRET.matcher(recorded.asText()).matches()
                                && SECRET.matcher(actual.asText()).matches()
                        : same(holder, recorded.asText(), actual.asText()));
    }

    boolean same(Things holder, String recorded, String actual) {
        return recorded.equals(actual)
                || bothAreNow(recorded, actual)
                || sameButForIds(holder, withoutNonce(recorded), withoutNonce(actual));
    }

    private static String withoutNonce(String text) {
        return NONCE.matcher(text).replaceAll("nonce=");
    }

    private boolean bothAreNow(String recorded, String actual) {
        var theirs = TIME.matcher(recorded);
        var ours = TIME.matcher(actual);
        if (!theirs.matches()
                || !ours.matches()
                || !String.valueOf(theirs.group(2)).equals(String.valueOf(ours.group(2)))) {
            return false;
        }
        var time = Recordings.instant(theirs.group(1));
        return !time.isBefore(seededAt)
                && time.isBefore(seededAt.plus(Duration.ofDays(1)))
                && Duration.between(time, Recordings.instant(ours.group(1)))
                                .abs()
                                .compareTo(LENGTH_OF_A_GROUP)
                        < 0;
    }

    private boolean sameButForIds(Things holder, String recorded, String actual) {
        var theirs = ID.matcher(recorded).results().toList();
        var ours = ID.matcher(actual).results().toList();
        if (theirs.size() != ours.size()
                || !ID.matcher(recorded)
                        .replaceAll("\0")
                        .equals(ID.matcher(actual).replaceAll("\0"))) {
            return false;
        }
        for (int i = 0; i < theirs.size(); i++) {
            var one = theirs.get(i);
            var other = ours.get(i);
            if (!groupsBut(one, 5).equals(groupsBut(other, 5))) {
                return false;
            }
            var same = one.group(6) != null
                    ? one.group(6).equals(other.group(6))
                            || things.sameUuid(one.group(6), String.valueOf(other.group(6)))
                    : other.group(5) != null
                            && things.same(
                                    kind(one, holder), Long.parseLong(one.group(5)), Long.parseLong(other.group(5)));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static List<String> groupsBut(MatchResult found, int last) {
        return IntStream.range(1, last)
                .mapToObj(group -> String.valueOf(found.group(group)))
                .toList();
    }

    private static Things kind(MatchResult found, Things holder) {
        if (found.group(1) != null) {
            return Things.ofCollection(found.group(1));
        }
        if (found.group(3) != null) {
            return Things.ofField(found.group(3), holder);
        }
        return "comment".equals(found.group(4)) ? Things.COMMENTS : Things.CONTENT;
    }
}
