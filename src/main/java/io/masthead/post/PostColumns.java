package io.masthead.post;

import io.masthead.platform.db.JsonObjectConverter;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import io.masthead.text.WebAddresses;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.wordpress.WordPressRendering;
import io.masthead.user.User;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.BatchSize;
import org.jsoup.nodes.Entities;

/**
 * The columns of a post or page and their readers. Changes are in {@link Post}; only that class sets these
 * fields.
 */
@MappedSuperclass
public abstract class PostColumns {

    /** The longest list, so that the terms of all its posts are read in one statement. */
    private static final int MOST_LISTED = 100;

    private static final Pattern OWN_GUID = Pattern.compile("urn:uuid:[0-9a-f-]{36}");

    @Id
    Long id;

    @Version
    int version;

    @Enumerated(EnumType.STRING)
    PostType type;

    @Enumerated(EnumType.STRING)
    PostStatus status = PostStatus.DRAFT;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before_trash")
    PostStatus statusBeforeTrash;

    String title = "";

    @Column(name = "title_html")
    String titleHtml;

    @Column(name = "title_rendered")
    String titleRendered = "";

    // The renderer version of the rendered title.
    int renderer = ContentRenderer.VERSION;

    @Column(name = "title_key")
    String titleKey = "";

    String slug;

    @Column(name = "excerpt_source")
    String excerptSource;

    String excerpt = "";

    // Null in rows of versions that did not count.
    @Column(name = "word_count")
    Integer wordCount = 0;

    @Column(name = "reading_minutes")
    Integer readingMinutes = 0;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "author_id")
    User author;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "shown_date")
    LocalDateTime shownDate;

    @Column(name = "sort_at")
    Instant sortAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "featured_media_id")
    Long featuredMediaId;

    @Column(name = "comments_open")
    boolean commentsOpen;

    @Column(name = "pings_open")
    boolean pingsOpen;

    boolean sticky;

    @Enumerated(EnumType.STRING)
    PostFormat format = PostFormat.STANDARD;

    String template = "";
    String guid;
    String password;

    @Column(name = "parent_id")
    Long parentId;

    @Column(name = "menu_order")
    int menuOrder;

    @Convert(converter = JsonObjectConverter.class)
    @Column(name = "custom_fields")
    Map<String, Object> customFields = Map.of();

    // Updated where comments change; saving a post must not write back an old count.
    @Column(name = "comment_count", updatable = false)
    int commentCount;

    @Column(name = "ping_count", updatable = false)
    int pingCount;

    // Updated where revisions change, for the same reason.
    @Column(name = "revision_count", updatable = false)
    int revisionCount;

    @Column(name = "latest_revision_id", updatable = false)
    Long latestRevisionId;

    @OneToMany(mappedBy = "post", cascade = CascadeType.ALL, orphanRemoval = true)
    @BatchSize(size = MOST_LISTED)
    Set<PostTerm> terms = new LinkedHashSet<>();

    @OneToMany(mappedBy = "post", cascade = CascadeType.ALL, orphanRemoval = true)
    Set<PostField> fields = new LinkedHashSet<>();

    protected PostColumns() {} // for Hibernate

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public PostType type() {
        return type;
    }

    public PostStatus status() {
        return status;
    }

    /** The status to restore; null unless it is in the trash. */
    public PostStatus statusBeforeTrash() {
        return statusBeforeTrash;
    }

    /** Plain text. */
    public String title() {
        return title;
    }

    /** The title as inline HTML, cleaned and escaped. */
    public String titleHtml() {
        return titleHtml == null ? Entities.escape(title) : titleHtml;
    }

    /** The title as inline HTML if it came with markup, else null. */
    public String titleMarkup() {
        return titleHtml;
    }

    /** The title as HTML source: its markup if it has any, else the unescaped text. */
    public String titleSource() {
        return titleHtml == null ? title.replace("<", "&lt;") : titleHtml;
    }

    /** The title as inline HTML with typographic punctuation, as WordPress shows it. */
    public String titleRendered() {
        return renderer == ContentRenderer.VERSION ? titleRendered : renderedTitle();
    }

    /** The title as the current renderer makes it. */
    String renderedTitle() {
        return WordPressRendering.orElse(() -> WordPressRendering.title(titleSource()), Entities.escape(title));
    }

    /** The title as sort key. */
    public String titleKey() {
        return titleKey;
    }

    /** Null for a draft without one. */
    public String slug() {
        return slug;
    }

    /** Plain text, written by the author or derived from the text. */
    public String excerpt() {
        return excerpt;
    }

    /** The number of words of the text, see {@link io.masthead.text.TextLength}; null until it is counted. */
    public Integer wordCount() {
        return wordCount;
    }

    /** The minutes to read the text, rounded up; null until its words are counted. */
    public Integer readingMinutes() {
        return readingMinutes;
    }

    /** The written excerpt, always filtered; null if it is derived. */
    public String excerptSource() {
        return SourceFilter.filter(excerptSource, ContentFormat.WORDPRESS);
    }

    public User author() {
        return author;
    }

    /** When it was, or will be, published; null if not set. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** The date of publication, or else of creation; the default order of lists. */
    public Instant sortAt() {
        return sortAt;
    }

    /**
     * The local date and time that the site shows from which it was imported, and from which its URLs were
     * made. Null if it equals {@link #publishedAt} in the time zone of this site.
     */
    public LocalDateTime shownDate() {
        return shownDate;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Long featuredMediaId() {
        return featuredMediaId;
    }

    public boolean hasCommentsOpen() {
        return commentsOpen;
    }

    public boolean hasPingsOpen() {
        return pingsOpen;
    }

    public boolean isSticky() {
        return sticky;
    }

    public PostFormat format() {
        return format;
    }

    /** The name of a layout for front ends; empty for the default. */
    public String template() {
        return template;
    }

    /** Never changes, unlike the URL. */
    public String guid() {
        return fit(guid, id);
    }

    /** Whether it is a generated URN, which is no URL. */
    public boolean hasOwnGuid() {
        return OWN_GUID.matcher(guid()).matches();
    }

    /** Replaces an imported GUID that is not a plain URL by a generated one. */
    static String fit(String guid, long id) {
        if (OWN_GUID.matcher(guid).matches() || WebAddresses.isPlain(guid)) {
            return guid;
        }
        var name = ("post " + id).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    /** Null if it is not protected. */
    public String password() {
        return password;
    }

    public boolean isProtected() {
        return password != null;
    }

    /** Compares in constant time; false if the post has no password. */
    public boolean unlocks(String attempt) {
        return password != null
                && attempt != null
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), attempt.getBytes(StandardCharsets.UTF_8));
    }

    public Long parentId() {
        return parentId;
    }

    public int menuOrder() {
        return menuOrder;
    }

    public Map<String, Object> customFields() {
        return customFields;
    }

    /** Approved comments by people. */
    public int commentCount() {
        return commentCount;
    }

    /** Approved pingbacks and trackbacks. */
    public int pingCount() {
        return pingCount;
    }

    /** Saved revisions and autosaves, without the original state. */
    public int revisionCount() {
        return revisionCount;
    }

    /** The latest of those that {@link #revisionCount} counts; null if none. */
    public Long latestRevisionId() {
        return latestRevisionId;
    }
}
