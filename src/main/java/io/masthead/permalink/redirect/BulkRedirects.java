package io.masthead.permalink.redirect;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;
import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes over the redirects of another system. What cannot be taken over is named, and the others are kept. */
@ApplicationScoped
public class BulkRedirects {

    /** In one file. */
    public static final int MAX_REDIRECTS = 5_000;

    private static final int BATCH = 100;

    private final Redirects redirects;

    BulkRedirects(Redirects redirects) {
        this.redirects = redirects;
    }

    /**
     * A redirect as another system has it.
     *
     * @param name what a message names it by
     * @param reason why it cannot be taken over; null if it may be
     */
    public record Candidate(String name, RedirectPatch redirect, String reason) {

        public static Candidate of(String source, String target, int status) {
            return new Candidate(
                    source,
                    new RedirectPatch(
                            Patch.to(source),
                            Patch.absent(),
                            status == Redirect.GONE ? Patch.absent() : Patch.to(target),
                            Patch.to(status)),
                    null);
        }

        public static Candidate skipped(String source, String reason) {
            return new Candidate(source, null, reason);
        }
    }

    /** A redirect that was not taken over, and why. */
    public record Skipped(String source, String reason) {}

    /** @param unchanged those that were here already */
    public record Outcome(int created, int unchanged, List<Skipped> skipped) {

        private Outcome plus(Outcome more) {
            var all = new ArrayList<>(skipped);
            all.addAll(more.skipped);
            return new Outcome(created + more.created, unchanged + more.unchanged, all);
        }
    }

    /**
     * Imports all that are valid, {@value #BATCH} in a transaction, so that others wait shortly; a redirect with the same
     * source stays as it is.
     */
    public Outcome run(List<Candidate> candidates, Actor actor) {
        Redirects.requireRight(actor);
        var outcome = new Outcome(0, 0, List.of());
        for (int from = 0; from < candidates.size(); from += BATCH) {
            var batch = candidates.subList(from, Math.min(from + BATCH, candidates.size()));
            outcome = outcome.plus(Transactions.requiringNew().call(() -> runBatch(batch, actor)));
        }
        return outcome;
    }

    private Outcome runBatch(List<Candidate> candidates, Actor actor) {
        int created = 0;
        int unchanged = 0;
        var skipped = new ArrayList<Skipped>();
        for (var candidate : candidates) {
            var reason = candidate.reason();
            if (reason == null) {
                try {
                    if (isHere(candidate.redirect())) {
                        unchanged++;
                    } else {
                        redirects.add(candidate.redirect(), actor);
                        created++;
                    }
                } catch (CmsException e) {
                    reason = e.getMessage();
                }
            }
            if (reason != null) {
                skipped.add(new Skipped(candidate.name(), reason));
            }
        }
        return new Outcome(created, unchanged, skipped);
    }

    private boolean isHere(RedirectPatch wanted) {
        return redirects
                .withSourceOf(wanted)
                .filter(here -> Objects.equals(here.target(), wanted.target().value())
                        && here.status() == wanted.status().value())
                .isPresent();
    }
}
