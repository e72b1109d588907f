package io.masthead.post;

import io.masthead.platform.db.JsonObjectConverter;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.text.ContentFormat;
import io.masthead.text.ContentRenderer;
import io.masthead.text.Folding;
import io.masthead.text.SourceFilter;
import io.masthead.text.WebAddresses;
import io.masthead.text.WordPressRendering;
import io.masthead.user.User;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.jsoup.nodes.Entities;

/** A post or a page, without its text: see {@link PostBody}. */
@Entity
public class Post {

    private static final Pattern OWN_GUID = Pattern.compile("urn:uuid:[0-9a-f-]{36}");

    @Id
    private Long id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private PostType type;

    @Enumerated(EnumType.STRING)
    private PostStatus status = PostStatus.DRAFT;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before_trash")
    private PostStatus statusBeforeTrash;

    private String title = "";

    @Column(name = "title_html")
    private String titleHtml;

    @Column(name = "title_rendered")
    private String titleRendered = "";

    // Of the renderer that made the rendered title.
    private int renderer = ContentRenderer.VERSION;

    @Column(name = "title_key")
    private String titleKey = "";

    private String slug;

    @Column(name = "excerpt_source")
    private String excerptSource;

    private String excerpt = "";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "author_id")
    private User author;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "shown_date")
    private LocalDateTime shownDate;

    @Column(name = "sort_at")
    private Instant sortAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "featured_media_id")
    private Long featuredMediaId;

    @Column(name = "comments_open")
    private boolean commentsOpen;

    @Column(name = "pings_open")
    private boolean pingsOpen;

    private boolean sticky;

    @Enumerated(EnumType.STRING)
    private PostFormat format = PostFormat.STANDARD;

    private String template = "";
    private String guid;
    private String password;

    @Column(name = "parent_id")
    private Long parentId;

    @Column(name = "menu_order")
    private int menuOrder;

    @Convert(converter = JsonObjectConverter.class)
    @Column(name = "custom_fields")
    private Map<String, Object> customFields = Map.of();

    // Counted where comments change; a post that is saved must not write back an old count.
    @Column(name = "comment_count", updatable = false)
    private int commentCount;

    @Column(name = "ping_count", updatable = false)
    private int pingCount;

    // Kept where revisions are, for the same reason.
    @Column(name = "revision_count", updatable = false)
    private int revisionCount;

    @Column(name = "latest_revision_id", updatable = false)
    private Long latestRevisionId;

    @OneToMany(mappedBy = "post", cascade = CascadeType.ALL, orphanRemoval = true)
    private Set<PostTerm> terms = new LinkedHashSet<>();

    @OneToMany(mappedBy = "post", cascade = CascadeType.ALL, orphanRemoval = true)
    private Set<PostField> fields = new LinkedHashSet<>();

    protected Post() {} // for Hibernate

    Post(Long id, PostType type, User author, String guid, Instant now) {
        this.id = id;
        this.type = type;
        this.author = author;
        this.guid = fit(guid, id);
        this.createdAt = now;
        this.updatedAt = now;
        this.sortAt = now;
    }

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
    private static String fit(String guid, long id) {
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

    /** In the order of their names. */
    public List<Term> categories() {
        return terms(TermKind.CATEGORY);
    }

    /** In the order of their names. */
    public List<Term> tags() {
        return terms(TermKind.TAG);
    }

    /**
     * @param closeDays days after publishing at which comments close; 0 for never
     */
    boolean takesComments(Instant now, int closeDays) {
        return commentsOpen
                && (closeDays == 0
                        || publishedAt == null
                        || now.isBefore(publishedAt.plus(closeDays, ChronoUnit.DAYS)));
    }

    public boolean isPublished() {
        return status == PostStatus.PUBLISHED;
    }

    public boolean isTrashed() {
        return status == PostStatus.TRASHED;
    }

    public boolean isWrittenBy(Long userId) {
        return author.id().equals(userId);
    }

    /** Reads the terms, and those of other posts of this session with them. */
    void fetchTerms() {
        Hibernate.initialize(terms);
    }

    private List<Term> terms(TermKind kind) {
        return terms.stream()
                .map(PostTerm::term)
                .filter(term -> term.kind() == kind)
                .sorted(Comparator.comparing(Term::nameKey).thenComparing(Term::id))
                .toList();
    }

    /** The terms that count this post: all of a published one, none of another. */
    Set<Long> countedTermIds() {
        return isPublished() ? terms.stream().map(placed -> placed.term().id()).collect(Collectors.toSet()) : Set.of();
    }

    void touch(Instant now) {
        this.updatedAt = now;
    }

    /**
     * @param html inline HTML if the title came with markup, else null
     */
    void rename(String newTitle, String html) {
        this.title = newTitle;
        this.titleHtml = html;
        this.titleKey = Folding.key(newTitle);
        this.titleRendered = renderedTitle();
        this.renderer = ContentRenderer.VERSION;
    }

    void moveTo(String newSlug) {
        this.slug = newSlug;
    }

    /** {@link #summarise} follows. */
    void writeExcerpt(String source) {
        this.excerptSource = SourceFilter.filter(source, ContentFormat.WORDPRESS);
    }

    void summarise(RenderedPost rendered) {
        this.excerpt = rendered.excerpt();
    }

    void assignTo(User newAuthor) {
        this.author = newAuthor;
    }

    /** Publishing twice keeps the first date: readers' links and feeds depend on it. */
    void publish(Instant now) {
        if (publishedAt == null) {
            publishedAt = now;
        }
        enter(PostStatus.PUBLISHED);
    }

    /** Any status but published and trashed, which have methods of their own. */
    void enter(PostStatus newStatus) {
        this.status = newStatus;
        reorder();
    }

    /** The time at which it counts as published; the caller has checked it against the status. */
    void date(Instant newPublishedAt) {
        if (!Objects.equals(newPublishedAt, publishedAt)) {
            this.shownDate = null;
        }
        this.publishedAt = newPublishedAt;
        reorder();
    }

    /**
     * @param shown null where the clock of this site gives the same
     */
    void showDate(LocalDateTime shown) {
        this.shownDate = shown;
    }

    void trash() {
        this.statusBeforeTrash = status;
        enter(PostStatus.TRASHED);
    }

    void restore() {
        var before = statusBeforeTrash == null ? PostStatus.DRAFT : statusBeforeTrash;
        this.statusBeforeTrash = null;
        enter(before);
    }

    void feature(Long mediaId) {
        this.featuredMediaId = mediaId;
    }

    void openComments(boolean open) {
        this.commentsOpen = open;
    }

    void openPings(boolean open) {
        this.pingsOpen = open;
    }

    void stick(boolean newSticky) {
        this.sticky = newSticky;
    }

    void present(PostFormat newFormat) {
        this.format = newFormat;
    }

    void layOut(String newTemplate) {
        this.template = newTemplate;
    }

    void protect(String newPassword) {
        this.password = newPassword;
    }

    void placeUnder(Long newParentId) {
        this.parentId = newParentId;
    }

    void order(int newMenuOrder) {
        this.menuOrder = newMenuOrder;
    }

    /** Replaces the terms of one kind. */
    void file(TermKind kind, Collection<Term> newTerms) {
        terms.removeIf(placed -> placed.term().kind() == kind && !newTerms.contains(placed.term()));
        var present = terms.stream().map(PostTerm::term).collect(Collectors.toSet());
        newTerms.stream().filter(term -> !present.contains(term)).forEach(term -> terms.add(new PostTerm(this, term)));
    }

    /**
     * @param rows the scalars among them, by name, as filters compare them
     */
    void describe(Map<String, Object> newFields, Map<String, String> rows) {
        this.customFields = newFields;
        fields.removeIf(field -> !rows.containsKey(field.name()));
        fields.forEach(field -> field.content(rows.get(field.name())));
        var present = fields.stream().map(PostField::name).collect(Collectors.toSet());
        rows.forEach((name, content) -> {
            if (!present.contains(name)) {
                fields.add(new PostField(this, name, content));
            }
        });
    }

    private void reorder() {
        this.sortAt = publishedAt == null ? createdAt : publishedAt;
        terms.forEach(PostTerm::follow);
        fields.forEach(PostField::follow);
    }
}
