package io.masthead.post.revision;

import io.masthead.text.LineDiff;
import java.util.Optional;

/**
 * A revision and the state of the post before it.
 *
 * @param previous null for the first state
 */
public record RevisionComparison(RevisionView revision, RevisionView previous) {

    /** Empty if the titles are too long to compare; requires a previous state. */
    public Optional<LineDiff> title() {
        return LineDiff.between(previous.revision().title(), revision.revision().title());
    }

    /** Empty if the texts are too long to compare; requires a previous state. */
    public Optional<LineDiff> source() {
        return LineDiff.between(previous.body().source(), revision.body().source());
    }

    /** As {@link #source}; a derived excerpt counts as an empty one. */
    public Optional<LineDiff> excerpt() {
        return LineDiff.between(
                written(previous.body().excerpt()), written(revision.body().excerpt()));
    }

    private static String written(String excerpt) {
        return excerpt == null ? "" : excerpt;
    }
}
