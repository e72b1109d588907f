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

/** The settings of the site; there is one row. */
@Entity
@Table(name = "site_settings")
public class SiteSettings {

    static final long ID = 1;

    @Id private Long id = ID;
    @Version private int version;
    private String title = "Masthead";
    private String description = "";
    private String url = "http://localhost:8080";
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

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected SiteSettings() {} // for Hibernate

    SiteSettings copy() {
        var copy = new SiteSettings();
        copy.version = version;
        copy.title = title;
        copy.description = description;
        copy.url = url;
        copy.language = language;
        copy.timeZone = timeZone;
        copy.defaultCategoryId = defaultCategoryId;
        copy.defaultCommentsOpen = defaultCommentsOpen;
        copy.defaultPingsOpen = defaultPingsOpen;
        copy.commentsRequireName = commentsRequireName;
        copy.commentsRequireSignIn = commentsRequireSignIn;
        copy.commentsCloseDays = commentsCloseDays;
        copy.commentsMaxDepth = commentsMaxDepth;
        copy.updatedAt = updatedAt;
        return copy;
    }

    /** Takes on what {@link SettingRules} has let pass; the same again is no change. */
    void apply(SettingChanges changes, Instant now) {
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
        if (!values().equals(before)) {
            updatedAt = now;
        }
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
                commentsMaxDepth);
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

    public Instant updatedAt() {
        return updatedAt;
    }
}
