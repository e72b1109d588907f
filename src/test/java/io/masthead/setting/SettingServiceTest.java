package io.masthead.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Patch;
import io.masthead.post.PostFormat;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class SettingServiceTest {

    private static final Actor ADMINISTRATOR = new Actor(1L, Set.of(Capability.MANAGE_SETTINGS));
    private static final Actor EDITOR = new Actor(1L, Set.of(Capability.MANAGE_CATEGORIES));

    @Inject
    SettingService settings;

    @Inject
    SiteSettingsRepository repository;

    private SiteSettings before;

    @BeforeEach
    void remember() {
        before = repository.read();
    }

    @AfterEach
    void restore() {
        change(new SettingsPatch(
                Patch.to(before.title()),
                Patch.to(before.description()),
                Patch.to(before.url()),
                Patch.to(before.language()),
                Patch.to(before.timeZone().getId()),
                Patch.to(before.defaultCategoryId()),
                Patch.to(before.defaultCommentsOpen()),
                Patch.to(before.defaultPingsOpen()),
                Patch.to(before.commentsRequireName()),
                Patch.to(before.commentsRequireSignIn()),
                Patch.to(before.commentsCloseDays()),
                Patch.to(before.commentsMaxDepth()),
                Patch.absent(),
                DiscussionChanges.NONE,
                AddressChanges.NONE,
                DisplayChanges.NONE));
    }

    @Test
    void the_url_is_the_servers_own_until_it_is_set() {
        var unset = new SiteSettings();

        assertThat(unset.copy("http://localhost:8161").url()).isEqualTo("http://localhost:8161");
        unset.apply(onlyUrl("https://daily.example"), Instant.EPOCH);
        assertThat(unset.copy("http://localhost:8161").url()).isEqualTo("https://daily.example");
    }

    @Test
    @TestTransaction
    void sending_the_servers_own_url_back_does_not_set_it() {
        var stored = repository.lock();
        stored.apply(onlyUrl(""), Instant.EPOCH);

        var view = settings.update(onlyUrl(before.url()), ExpectedVersion.ANY, ADMINISTRATOR);

        assertThat(view.settings().url()).startsWith("http://localhost:");
        assertThat(stored.hasOwnAddress()).isTrue();
    }

    private static SettingsPatch onlyUrl(String url) {
        return new SettingsPatch(
                Patch.absent(),
                Patch.absent(),
                Patch.to(url),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                DiscussionChanges.NONE,
                AddressChanges.NONE,
                DisplayChanges.NONE);
    }

    @Test
    void every_setting_can_be_changed_and_is_seen_at_once() {
        settings.get();

        var changed = change(new SettingsPatch(
                Patch.to(" The Daily "),
                Patch.to("News"),
                Patch.to("https://daily.example"),
                Patch.to("de-AT"),
                Patch.to("Europe/Vienna"),
                Patch.to(1L),
                Patch.to(false),
                Patch.to(false),
                Patch.to(false),
                Patch.to(true),
                Patch.to(14),
                Patch.to(10),
                Patch.absent(),
                DiscussionChanges.NONE,
                AddressChanges.NONE,
                DisplayChanges.NONE));

        assertThat(changed.version()).isEqualTo(before.version() + 1);
        var seen = settings.get();
        assertThat(seen.version()).isEqualTo(changed.version());
        assertThat(seen.title()).isEqualTo("The Daily");
        assertThat(seen.description()).isEqualTo("News");
        assertThat(seen.url()).isEqualTo("https://daily.example");
        assertThat(seen.language()).isEqualTo("de-AT");
        assertThat(seen.timeZone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(seen.defaultCommentsOpen()).isFalse();
        assertThat(seen.defaultPingsOpen()).isFalse();
        assertThat(seen.commentsRequireName()).isFalse();
        assertThat(seen.commentsRequireSignIn()).isTrue();
        assertThat(seen.commentsCloseDays()).isEqualTo(14);
        assertThat(seen.commentsMaxDepth()).isEqualTo(10);
    }

    @Test
    void the_same_again_is_no_change() {
        var again = change(title(before.title()));

        assertThat(again.version()).isEqualTo(before.version());
        assertThat(again.updatedAt()).isEqualTo(before.updatedAt());
    }

    @Test
    void only_administrators_change_settings_and_only_in_the_version_they_read() {
        refused(ErrorCode.FORBIDDEN, () -> settings.update(title("No"), ExpectedVersion.ANY, EDITOR));
        refused(ErrorCode.UNAUTHENTICATED, () -> settings.update(title("No"), ExpectedVersion.ANY, Actor.ANONYMOUS));
        refused(
                ErrorCode.VERSION_MISMATCH,
                () -> settings.update(title("No"), new ExpectedVersion(Set.of(before.version() + 1)), ADMINISTRATOR));
        assertThat(settings.get().title()).isEqualTo(before.title());
    }

    @Test
    void every_broken_rule_is_named_at_once() {
        var refusal = catchThrowableOfType(
                CmsException.class,
                () -> change(new SettingsPatch(
                        Patch.to("t".repeat(201)),
                        Patch.to("d".repeat(501)),
                        Patch.to("https://x/"),
                        Patch.to("no_tag"),
                        Patch.to("Mars/Olympus"),
                        Patch.to(Long.MAX_VALUE),
                        Patch.to(null),
                        Patch.to(null),
                        Patch.to(null),
                        Patch.to(null),
                        Patch.to(3_651),
                        Patch.to(0),
                        Patch.absent(),
                        DiscussionChanges.NONE,
                        AddressChanges.NONE,
                        DisplayChanges.NONE)));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "title",
                        "description",
                        "url",
                        "language",
                        "timeZone",
                        "defaultCategoryId",
                        "defaultCommentsOpen",
                        "defaultPingsOpen",
                        "commentsRequireName",
                        "commentsRequireSignIn",
                        "commentsCloseDays",
                        "commentsMaxDepth");
        assertThat(repository.read().title()).isEqualTo(before.title());
    }

    @Test
    void every_format_of_a_post_can_be_the_usual_one() {
        assertThat(DisplayRules.POST_FORMATS)
                .containsExactlyElementsOf(Arrays.stream(PostFormat.values())
                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void cached_settings_are_read_again_after_five_seconds_or_when_invalidated() {
        var now = new AtomicReference<>(Instant.parse("2024-05-01T12:00:00Z"));
        InstantSource source = now::get;
        var cache = new SettingCache(repository, source.withZone(ZoneOffset.UTC));
        cache.get();
        change(title("Elsewhere")); // to this cache it happened on another node

        now.updateAndGet(instant -> instant.plusMillis(4_999));
        assertThat(cache.get().title()).isEqualTo(before.title());
        now.updateAndGet(instant -> instant.plusMillis(1));
        assertThat(cache.get().title()).isEqualTo("Elsewhere");
        change(title("Again"));
        assertThat(cache.get().title()).isEqualTo("Elsewhere");
        cache.forget();
        assertThat(cache.get().title()).isEqualTo("Again");
    }

    @Test
    void settings_read_from_a_rolled_back_change_are_dropped() {
        QuarkusTransaction.begin();
        change(title("Undone"));
        settings.get();
        QuarkusTransaction.rollback();

        assertThat(settings.get().title()).isEqualTo(before.title());
    }

    private SiteSettings change(SettingsPatch changes) {
        return settings.update(changes, ExpectedVersion.ANY, ADMINISTRATOR).settings();
    }

    private static SettingsPatch title(String title) {
        return new SettingsPatch(
                Patch.to(title),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                DiscussionChanges.NONE,
                AddressChanges.NONE,
                DisplayChanges.NONE);
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
