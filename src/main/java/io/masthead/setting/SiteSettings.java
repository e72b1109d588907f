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

    /** Empty until somebody sets it; see {@link OwnAddress}. */
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
     * What is read and never stored.
     *
     * @param ownAddress the address of the site where none is set
     */
    SiteSettings copy(String ownAddress) {
        var copy = new SiteSettings();
        copy.version = version;
        copy.title = title;
        copy.description = description;
        copy.url = url.isEmpty() ? ownAddress : url;
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

    /** Takes on what {@link SettingRules} has let pass; the same again is no change. */
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

    /** Where readers find the site, without a slash at the end. */
    public String url() {
        return url;
    }

    /** As BCP 47 names it. */
    public String language() {
        return language;
    }

    /** In which months begin and dates are shown. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    /** Where posts go that name no category. */
    public Long defaultCategoryId() {
        return defaultCategoryId;
    }

    /** Whether comments are open on a post that does not say. */
    public boolean defaultCommentsOpen() {
        return defaultCommentsOpen;
    }

    /** Whether pings are open on a post that does not say. */
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

    /** How deep replies nest, 1 to 10. */
    public int commentsMaxDepth() {
        return commentsMaxDepth;
    }

    /** Whether every comment waits for a moderator. */
    public boolean commentsHoldAll() {
        return commentsHoldAll;
    }

    /** Whether a comment waits whose author has none that was approved. */
    public boolean commentsHoldFirst() {
        return commentsHoldFirst;
    }

    /** From how many links on a comment waits; 0 means any number passes. */
    public int commentsHoldLinks() {
        return commentsHoldLinks;
    }

    /** A comment waits that has one of these in it or in what is known of its author. */
    public List<String> commentsModerationWords() {
        return commentsModerationWords.lines().toList();
    }

    /** A comment is trashed that has one of these in it or in what is known of its author. */
    public List<String> commentsDisallowedWords() {
        return commentsDisallowedWords.lines().toList();
    }

    /** How long an author waits between two comments; 0 means not at all. */
    public int commentsFloodSeconds() {
        return commentsFloodSeconds;
    }

    /** How long an author may change or withdraw a comment; 0 means not at all. */
    public int commentsEditSeconds() {
        return commentsEditSeconds;
    }

    /** How long a guest must have had the form; 0 means that no form is asked for. */
    public int commentsMinFormSeconds() {
        return commentsMinFormSeconds;
    }

    /** Days after which the addresses of comments are forgotten; 0 means never. */
    public int commentsAddressDays() {
        return commentsAddressDays;
    }

    /** Where mail about the site goes; null where nobody said. */
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
