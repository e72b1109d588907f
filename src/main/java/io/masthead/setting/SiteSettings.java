package io.masthead.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The settings of the site; there is one row. */
@Entity
@Table(name = "site_settings")
public class SiteSettings {

    static final long ID = 1;

    @Id
    private Long id = ID;

    @Version
    private int version;

    private String title = "Masthead";
    private String description = "";

    /** Empty until it is set; see {@link DefaultSiteUrl}. */
    private String url = "";

    private String language = "en";

    @Column(name = "time_zone")
    private String timeZone = "UTC";

    @Column(name = "default_category_id")
    private Long defaultCategoryId;

    @Column(name = "default_comments_open")
    private boolean defaultCommentsOpen = true;

    @Column(name = "default_pings_open")
    private boolean defaultPingsOpen = true;

    @Column(name = "comments_require_name")
    private boolean commentsRequireName = true;

    @Column(name = "comments_require_sign_in")
    private boolean commentsRequireSignIn;

    @Column(name = "comments_close_days")
    private int commentsCloseDays;

    @Column(name = "comments_max_depth")
    private int commentsMaxDepth = 5;

    @Column(name = "comments_hold_all")
    private boolean commentsHoldAll;

    @Column(name = "comments_hold_first")
    private boolean commentsHoldFirst = true;

    @Column(name = "comments_hold_links")
    private int commentsHoldLinks = 2;

    @Column(name = "comments_moderation_words")
    private String commentsModerationWords = "";

    @Column(name = "comments_disallowed_words")
    private String commentsDisallowedWords = "";

    @Column(name = "comments_flood_seconds")
    private int commentsFloodSeconds = 15;

    @Column(name = "comments_edit_seconds")
    private int commentsEditSeconds = 300;

    @Column(name = "comments_min_form_seconds")
    private int commentsMinFormSeconds;

    @Column(name = "comments_address_days")
    private int commentsAddressDays;

    @Column(name = "admin_email")
    private String adminEmail;

    private AddressSettings addresses = AddressSettings.DEFAULT;
    private DisplaySettings display = DisplaySettings.DEFAULT;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected SiteSettings() {} // for Hibernate

    /** As they are before anybody has set anything. */
    public static SiteSettings ofNewSite() {
        return new SiteSettings();
    }

    boolean hasOwnAddress() {
        return url.isEmpty();
    }

    /**
     * A read-only copy that is never stored.
     *
     * @param defaultUrl the URL of the site if none is set
     */
    SiteSettings copy(String defaultUrl) {
        var copy = new SiteSettings();
        copy.version = version;
        copy.title = title;
        copy.description = description;
        copy.url = url.isEmpty() ? defaultUrl : url;
        copy.language = language;
        copy.timeZone = timeZone;
        copy.defaultCategoryId = defaultCategoryId;
        copy.defaultCommentsOpen = defaultCommentsOpen;
        copy.defaultPingsOpen = defaultPingsOpen;
        copy.commentsRequireName = commentsRequireName;
        copy.commentsRequireSignIn = commentsRequireSignIn;
        copy.commentsCloseDays = commentsCloseDays;
        copy.commentsMaxDepth = commentsMaxDepth;
        copy.commentsHoldAll = commentsHoldAll;
        copy.commentsHoldFirst = commentsHoldFirst;
        copy.commentsHoldLinks = commentsHoldLinks;
        copy.commentsModerationWords = commentsModerationWords;
        copy.commentsDisallowedWords = commentsDisallowedWords;
        copy.commentsFloodSeconds = commentsFloodSeconds;
        copy.commentsEditSeconds = commentsEditSeconds;
        copy.commentsMinFormSeconds = commentsMinFormSeconds;
        copy.commentsAddressDays = commentsAddressDays;
        copy.adminEmail = adminEmail;
        copy.addresses = addresses;
        copy.display = display;
        copy.updatedAt = updatedAt;
        return copy;
    }

    /** Sets values that {@link SettingRules} has checked; equal values change nothing. */
    void apply(SettingsPatch changes, Instant now) {
        var before = values();
        changes.title().ifSet(value -> title = value.strip());
        changes.description().ifSet(value -> description = value == null ? "" : value.strip());
        changes.url().ifSet(value -> url = value);
        changes.language().ifSet(value -> language = value);
        changes.timeZone().ifSet(value -> timeZone = value);
        changes.defaultCategoryId().ifSet(value -> defaultCategoryId = value);
        changes.defaultCommentsOpen().ifSet(value -> defaultCommentsOpen = value);
        changes.defaultPingsOpen().ifSet(value -> defaultPingsOpen = value);
        changes.commentsRequireName().ifSet(value -> commentsRequireName = value);
        changes.commentsRequireSignIn().ifSet(value -> commentsRequireSignIn = value);
        changes.commentsCloseDays().ifSet(value -> commentsCloseDays = value);
        changes.commentsMaxDepth().ifSet(value -> commentsMaxDepth = value);
        changes.adminEmail().ifSet(value -> adminEmail = value);
        apply(changes.discussion());
        addresses = addresses.with(changes.addresses());
        display = display.with(changes.display());
        if (!values().equals(before)) {
            updatedAt = now;
        }
    }

    private void apply(DiscussionChanges changes) {
        changes.holdAll().ifSet(value -> commentsHoldAll = value);
        changes.holdFirst().ifSet(value -> commentsHoldFirst = value);
        changes.holdLinks().ifSet(value -> commentsHoldLinks = value);
        changes.moderationWords().ifSet(words -> commentsModerationWords = lines(words));
        changes.disallowedWords().ifSet(words -> commentsDisallowedWords = lines(words));
        changes.floodSeconds().ifSet(value -> commentsFloodSeconds = value);
        changes.editSeconds().ifSet(value -> commentsEditSeconds = value);
        changes.minFormSeconds().ifSet(value -> commentsMinFormSeconds = value);
        changes.addressDays().ifSet(value -> commentsAddressDays = value);
    }

    private static String lines(List<String> words) {
        return words.stream().map(String::strip).distinct().collect(Collectors.joining("\n"));
    }

    private List<Object> values() {
        return Arrays.asList(
                title,
                description,
                url,
                language,
                timeZone,
                defaultCategoryId,
                defaultCommentsOpen,
                defaultPingsOpen,
                commentsRequireName,
                commentsRequireSignIn,
                commentsCloseDays,
                commentsMaxDepth,
                commentsHoldAll,
                commentsHoldFirst,
                commentsHoldLinks,
                commentsModerationWords,
                commentsDisallowedWords,
                commentsFloodSeconds,
                commentsEditSeconds,
                commentsMinFormSeconds,
                commentsAddressDays,
                adminEmail,
                addresses,
                display);
    }

    public int version() {
        return version;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /** The URL of the site, without a slash at the end. */
    public String url() {
        return url;
    }

    /** A BCP 47 language tag. */
    public String language() {
        return language;
    }

    /** The time zone for dates and months. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    /** The category of posts without one. */
    public Long defaultCategoryId() {
        return defaultCategoryId;
    }

    /** Whether comments are open on new posts by default. */
    public boolean defaultCommentsOpen() {
        return defaultCommentsOpen;
    }

    /** Whether pings are open on new posts by default. */
    public boolean defaultPingsOpen() {
        return defaultPingsOpen;
    }

    /** Whether guests must leave a name and an e-mail address. */
    public boolean commentsRequireName() {
        return commentsRequireName;
    }

    /** Whether only users may comment. */
    public boolean commentsRequireSignIn() {
        return commentsRequireSignIn;
    }

    /** Days after publishing at which comments close; 0 means never. */
    public int commentsCloseDays() {
        return commentsCloseDays;
    }

    /** The maximum depth of replies, 1 to 10. */
    public int commentsMaxDepth() {
        return commentsMaxDepth;
    }

    /** Whether every comment is held for moderation. */
    public boolean commentsHoldAll() {
        return commentsHoldAll;
    }

    /** Whether comments by authors without an approved comment are held for moderation. */
    public boolean commentsHoldFirst() {
        return commentsHoldFirst;
    }

    /** Comments with this many links or more are held for moderation; 0 means any number passes. */
    public int commentsHoldLinks() {
        return commentsHoldLinks;
    }

    /** Comments with one of these words in the text or the author data are held for moderation. */
    public List<String> commentsModerationWords() {
        return commentsModerationWords.lines().toList();
    }

    /** Comments with one of these words in the text or the author data are moved to the trash. */
    public List<String> commentsDisallowedWords() {
        return commentsDisallowedWords.lines().toList();
    }

    /** The minimum time between two comments of an author; 0 for none. */
    public int commentsFloodSeconds() {
        return commentsFloodSeconds;
    }

    /** How long an author may change or withdraw a comment; 0 for not at all. */
    public int commentsEditSeconds() {
        return commentsEditSeconds;
    }

    /** The minimum time between loading and sending a comment form, for guests; 0 requires no form token. */
    public int commentsMinFormSeconds() {
        return commentsMinFormSeconds;
    }

    /** Days after which the network addresses of comments are deleted; 0 for never. */
    public int commentsAddressDays() {
        return commentsAddressDays;
    }

    /** The recipient of mail about the site; null for none. */
    public String adminEmail() {
        return adminEmail;
    }

    public AddressSettings addresses() {
        return addresses;
    }

    public DisplaySettings display() {
        return display;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
