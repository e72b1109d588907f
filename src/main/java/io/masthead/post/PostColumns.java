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
 * What is stored of a post or page, and how it is read. How it may change is in {@link Post}; only
 * that class sets these fields.
 */
@MappedSuperclass
public abstract class PostColumns {

    /** No list shows more, so that the terms of all it shows are read in one statement. */
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

    // Version of the renderer that made the title as it is shown.
    int renderer = ContentRenderer.VERSION;

    @Column(name = "title_key")
    String titleKey = "";

    String slug;

    @Column(name = "excerpt_source")
    String excerptSource;

    String excerpt = "";

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

    // Counted where comments change; a post that is saved must not write back an old count.
    @Column(name = "comment_count", updatable = false)
    int commentCount;

    @Column(name = "ping_count", updatable = false)
    int pingCount;

    // Kept where revisions are, for the same reason.
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

    /** The status to which it would be restored; null unless it lies in the trash. */
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

    /** The title as inline HTML where it came with markup, else null. */
    public String titleMarkup() {
        return titleHtml;
    }

    /** The title as an author of HTML would have written it; what is not markup is not escaped. */
    public String titleSource() {
        return titleHtml == null ? title.replace("<", "&lt;") : titleHtml;
    }

    /** The title as inline HTML with typographic signs, as WordPress shows it. */
    public String titleRendered() {
        return renderer == ContentRenderer.VERSION ? titleRendered : renderedTitle();
    }

    /** What the present renderer makes of the title. */
    String renderedTitle() {
        return WordPressRendering.orElse(() -> WordPressRendering.title(titleSource()), Entities.escape(title));
    }

    /** The title as it sorts. */
    public String titleKey() {
        return titleKey;
    }

    /** Null for a draft that was given none. */
    public String slug() {
        return slug;
    }

    /** Plain text, written or derived. */
    public String excerpt() {
        return excerpt;
    }

    /** The excerpt as it was written, filtered whenever it was stored; null where it is derived. */
    public String excerptSource() {
        return SourceFilter.filter(excerptSource, ContentFormat.WORDPRESS);
    }

    public User author() {
        return author;
    }

    /** When it was, or is to be, published; null where nothing was said. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** When it was published, or else created: what lists are ordered by. */
    public Instant sortAt() {
        return sortAt;
    }

    /**
     * The date and time that the site showed from which it was imported; addresses there were made
     * of it. Null where the clock of this site gives the same for {@link #publishedAt}.
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

    /** The name of a layout, for front ends; empty for the usual one. */
    public String template() {
        return template;
    }

    /** Never changes, unlike the address. */
    public String guid() {
        return fit(guid, id);
    }

    /** Whether it is one of ours, which leads nowhere. */
    public boolean hasOwnGuid() {
        return OWN_GUID.matcher(guid()).matches();
    }

    /** One that came from elsewhere and is no plain address gives way to one of ours. */
    static String fit(String guid, long id) {
        if (OWN_GUID.matcher(guid).matches() || WebAddresses.isPlain(guid)) {
            return guid;
        }
        var name = ("post " + id).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    /** Null where anybody may read it who may see it. */
    public String password() {
        return password;
    }

    public boolean isProtected() {
        return password != null;
    }

    /**
     * Compares in a time that does not tell how much of the password is right; without a password,
     * none is.
     */
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

    /** Approved comments of people. */
    public int commentCount() {
        return commentCount;
    }

    /** Approved pingbacks and trackbacks. */
    public int pingCount() {
        return pingCount;
    }

    /** Saves and autosaves; what a post said before its first change does not count. */
    public int revisionCount() {
        return revisionCount;
    }

    /** The latest of those that {@link #revisionCount} counts; null where there is none. */
    public Long latestRevisionId() {
        return latestRevisionId;
    }
}
