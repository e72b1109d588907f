package io.masthead.setting;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads and changes the settings of the site. */
@ApplicationScoped
public class SettingService {

    private static final int FORMER_ADDRESSES = 20;

    private final SiteSettingsRepository repository;
    private final FormerAddressRepository formerAddresses;
    private final SettingCache cache;
    private final CategoryCheck categories;
    private final ContentCheck content;
    private final DefaultSiteUrl defaultUrl;
    private final TransactionSynchronizationRegistry transactions;
    private final Events events;
    private final ReadTags reads;
    private final Event<TimeZoneChanged> zoneChanged;
    private final Clock clock;

    SettingService(
            SiteSettingsRepository repository,
            FormerAddressRepository formerAddresses,
            SettingCache cache,
            CategoryCheck categories,
            ContentCheck content,
            DefaultSiteUrl defaultUrl,
            TransactionSynchronizationRegistry transactions,
            Events events,
            ReadTags reads,
            Event<TimeZoneChanged> zoneChanged,
            Clock clock) {
        this.repository = repository;
        this.formerAddresses = formerAddresses;
        this.cache = cache;
        this.categories = categories;
        this.content = content;
        this.defaultUrl = defaultUrl;
        this.transactions = transactions;
        this.events = events;
        this.reads = reads;
        this.zoneChanged = zoneChanged;
        this.clock = clock;
    }

    /** The settings, mostly from memory; a change on another node takes effect within a second. */
    public SiteSettings get() {
        reads.add(Tags.SETTINGS);
        return cache.get();
    }

    /**
     * The settings for addresses that the site had before, by which old addresses are found; those that were replaced
     * last come first, at most {@value #FORMER_ADDRESSES}.
     */
    @Transactional
    public List<FormerAddresses> formerAddresses() {
        reads.add(Tags.SETTINGS);
        return formerAddresses.latest(FORMER_ADDRESSES);
    }

    /** As {@link #get()}, as far as the caller may see them. */
    public SettingsView get(Actor actor) {
        return view(get(), actor);
    }

    /**
     * The settings from the database, locked until the end of the transaction. There is one row, so callers
     * wait for each other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SiteSettings lock() {
        return repository.lock();
    }

    /**
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING} for a caller with a token who changes the URL of the
     *     site or its administrator's address, {@link ErrorCode#VERSION_MISMATCH}, or {@link
     *     ErrorCode#VALIDATION_FAILED} naming each invalid setting
     */
    @Transactional
    public SettingsView update(SettingsPatch wanted, ExpectedVersion expected, Actor actor) {
        actor.require(Capability.MANAGE_SETTINGS, Scope.SETTINGS_WRITE, "change the settings");
        var settings = repository.lock();
        expected.check(settings.version());
        var reached = defaultUrl.url();
        // Sending back the default URL does not set it.
        var keepsOwn = settings.hasOwnAddress() && reached.equals(wanted.url().value());
        var changes = (keepsOwn ? wanted.withoutUrl() : wanted).differingFrom(settings);
        if (leadsElsewhere(changes, settings)) {
            actor.requireSignIn();
        }
        var violations = new Violations();
        SettingRules.check(changes, violations);
        DisplayRules.check(changes.display(), content, actor, violations);
        var category = changes.defaultCategoryId().value();
        if (category != null && !categories.exists(category)) {
            violations.add("defaultCategoryId", "unknown", "There is no category with the id " + category + ".");
        }
        violations.throwIfAny();
        var addresses = settings.addresses();
        var zone = settings.timeZone();
        settings.apply(changes, clock.instant());
        forgetAfterwards();
        repository.flush();
        if (!settings.addresses().equals(addresses)) {
            formerAddresses.add(addresses, clock.instant());
            formerAddresses.remove(settings.addresses());
        }
        changes.timeZone().ifSet(changed -> zoneChanged.fire(new TimeZoneChanged(zone, settings.timeZone())));
        events.publish(new ContentChanged(
                Subject.SETTINGS,
                null,
                ChangeAction.UPDATED,
                settings.version(),
                null,
                Set.of(Tags.SETTINGS),
                actor.userId()));
        return view(settings.copy(reached), actor);
    }

    /** Whether mailed links would lead elsewhere, or mail about the site would go elsewhere. */
    private static boolean leadsElsewhere(SettingsPatch changes, SiteSettings settings) {
        return !Objects.equals(changes.url().orKeep(settings.url()), settings.url())
                || !Objects.equals(changes.adminEmail().orKeep(settings.adminEmail()), settings.adminEmail());
    }

    private static SettingsView view(SiteSettings settings, Actor actor) {
        return new SettingsView(settings, actor.can(Capability.MANAGE_SETTINGS));
    }

    private void forgetAfterwards() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                cache.forget(); // also drops settings read during a transaction that was rolled back
            }
        });
    }
}
