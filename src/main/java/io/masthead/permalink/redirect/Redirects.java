package io.masthead.permalink.redirect;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Resolution;
import io.masthead.permalink.SitePath;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import io.masthead.platform.idempotency.Idempotency;
import io.masthead.setting.SettingService;
import io.masthead.setting.SiteSettings;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The redirects that administrators make. Writes wait for each other, so that two that are valid alone cannot make a
 * loop.
 */
@ApplicationScoped
@Transactional
public class Redirects {

    /** The number of redirects after which a reader is sent on. */
    private static final int MAX_HOPS = 10;

    private final RedirectRepository repository;
    private final SettingService settings;
    private final Idempotency idempotency;
    private final Events events;
    private final ReadTags reads;
    private final Clock clock;

    Redirects(
            RedirectRepository repository,
            SettingService settings,
            Idempotency idempotency,
            Events events,
            ReadTags reads,
            Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.idempotency = idempotency;
        this.events = events;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * Follows redirects to their end, so that a reader is sent on once. Empty if there is none, and for a circle.
     */
    public Optional<Resolution.Moved> find(SitePath asked) {
        reads.add(Tags.REDIRECTS);
        var site = settings.get();
        Resolution.Moved found = null;
        var at = Optional.of(asked);
        var seen = new HashSet<SitePath>();
        for (int hops = 0; at.isPresent() && hops < MAX_HOPS; hops++) {
            if (!seen.add(at.get())) {
                return Optional.empty(); // a circle leads nowhere
            }
            var redirect = repository.findFor(at.get().path(), at.get().query());
            if (redirect.isEmpty()) {
                break;
            }
            var keepsStatus = found != null && redirect.get().status() != Redirect.GONE;
            var to = target(redirect.get(), at.get().path(), site);
            found = new Resolution.Moved(
                    to, keepsStatus ? found.status() : redirect.get().status());
            at = Optional.ofNullable(to).flatMap(url -> SitePath.find(url, site));
        }
        return Optional.ofNullable(found);
    }

    /** @throws CmsException {@link ErrorCode#REDIRECT_NOT_FOUND} */
    public Redirect get(long id) {
        reads.add(Tags.REDIRECTS);
        return repository.findByIdOptional(id).orElseThrow(Redirects::notFound);
    }

    /**
     * @param key null if a repeated request need not be recognised
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming each invalid field; a loop is one of
     *     {@code target}
     */
    public Redirect create(RedirectPatch wanted, RequestKey key, Actor actor) {
        requireRight(actor);
        return get(idempotency.once(
                key, "redirect", actor, () -> add(wanted, actor).id()));
    }

    /** As {@link #create}, without a check of rights. A refusal leaves the transaction of the caller as it was. */
    @Transactional(dontRollbackOn = CmsException.class)
    Redirect add(RedirectPatch wanted, Actor actor) {
        settings.lock();
        var values = RedirectRules.check(wanted, null, settings.get());
        requireFree(values, null);
        var redirect = new Redirect(values, clock.instant());
        repository.persistAndFlush(redirect);
        try {
            requireNoLoop(redirect);
        } catch (CmsException e) {
            repository.delete(redirect);
            repository.flush();
            throw e;
        }
        publish(redirect, ChangeAction.CREATED, actor);
        return redirect;
    }

    /** As {@link #create}, and {@link ErrorCode#REDIRECT_NOT_FOUND} or {@link ErrorCode#VERSION_MISMATCH}. */
    public Redirect update(long id, RedirectPatch wanted, ExpectedVersion expected, Actor actor) {
        requireRight(actor);
        settings.lock();
        var redirect = repository.lock(id).orElseThrow(Redirects::notFound);
        expected.check(redirect.version());
        var values = RedirectRules.check(wanted, redirect.values(), settings.get());
        requireFree(values, id);
        var version = redirect.version();
        redirect.update(values, clock.instant());
        repository.flush();
        requireNoLoop(redirect);
        if (redirect.version() != version) {
            publish(redirect, ChangeAction.UPDATED, actor);
        }
        return redirect;
    }

    /** @throws CmsException as {@link #update} */
    public void delete(long id, ExpectedVersion expected, Actor actor) {
        requireRight(actor);
        var redirect = repository.lock(id).orElseThrow(Redirects::notFound);
        expected.check(redirect.version());
        repository.delete(redirect);
        repository.flush();
        publish(redirect, ChangeAction.DELETED, actor);
    }

    /** Only administrators, since a redirect can lead readers to any site. */
    static void requireRight(Actor actor) {
        actor.require(Capability.MANAGE_SETTINGS, Scope.SETTINGS_WRITE, "change redirects");
    }

    @Transactional(dontRollbackOn = CmsException.class)
    Optional<Redirect> withSourceOf(RedirectPatch wanted) {
        var values = RedirectRules.check(wanted, null, settings.get());
        return repository.findBySource(values.source(), values.match());
    }

    private void requireFree(RedirectValues values, Long ownId) {
        var other = repository
                .findBySource(values.source(), values.match())
                .filter(found -> !found.id().equals(ownId));
        if (other.isPresent()) {
            throw CmsException.field(
                    "source",
                    "taken",
                    "The redirect %d has this source; change that one."
                            .formatted(other.get().id()));
        }
    }

    /** Follows the redirect, which is flushed, and refuses it if the way comes back to it. */
    private void requireNoLoop(Redirect redirect) {
        var source = redirect.source().split("\\?", 2);
        var query = source.length == 1 ? "" : source[1];
        requireNoLoop(redirect, new SitePath(source[0], query));
        if (redirect.match() == RedirectMatch.PREFIX) {
            requireNoLoop(redirect, new SitePath(source[0] + "/x", ""));
        }
    }

    private void requireNoLoop(Redirect redirect, SitePath start) {
        var site = settings.get();
        var next = Optional.of(redirect);
        var at = start;
        for (int hops = 0; next.isPresent(); hops++) {
            var there =
                    Optional.ofNullable(target(next.get(), at.path(), site)).flatMap(url -> SitePath.find(url, site));
            if (there.isEmpty()) {
                return;
            }
            at = there.get();
            next = repository.findFor(at.path(), at.query());
            if (next.filter(found -> found.id().equals(redirect.id())).isPresent()) {
                throw CmsException.field(
                        "target", "loop", "This redirect would lead readers in a circle; choose another target.");
            }
            if (hops > MAX_HOPS) {
                throw CmsException.field(
                        "target",
                        "too_many_redirects",
                        "This redirect leads to more than %d others; choose the last target.".formatted(MAX_HOPS));
            }
        }
    }

    private void publish(Redirect redirect, ChangeAction action, Actor actor) {
        events.publish(new ContentChanged(
                Subject.REDIRECT,
                redirect.id(),
                action,
                redirect.version(),
                null,
                Set.of(Tags.REDIRECTS),
                actor.userId()));
    }

    private static CmsException notFound() {
        return new CmsException(ErrorCode.REDIRECT_NOT_FOUND, "There is no redirect with this id.");
    }

    /** The URL that a redirect sends a path to; null if it is gone. */
    private static String target(Redirect redirect, String path, SiteSettings site) {
        if (redirect.target() == null) {
            return null;
        }
        var target = redirect.target().startsWith("/") ? site.url() + redirect.target() : redirect.target();
        var rest = redirect.match() == RedirectMatch.PREFIX
                ? path.substring(redirect.source().length())
                : "";
        if (rest.isEmpty()) {
            return target;
        }
        var encoded = Arrays.stream(rest.split("/", -1)).map(Slugs::encoded).collect(Collectors.joining("/"));
        return (target.endsWith("/") ? target.substring(0, target.length() - 1) : target) + encoded;
    }
}
