package io.masthead.comment;

import io.masthead.comment.thread.ThreadPlace;
import io.masthead.kernel.WordSearch;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import io.masthead.text.content.CommentContent;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.wordpress.WordPressRendering;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** Something said to a post, by a user, a guest or another site. */
@Entity
public class Comment {

    @Id
    private Long id;

    @Version
    private int version;

    @Column(name = "post_id")
    private long postId;

    @Column(name = "parent_id")
    private Long parentId;

    // Moved with whole threads, by statements of their own that are no change of a comment.
    @Column(name = "above_id", updatable = false)
    private Long aboveId;

    @Column(updatable = false)
    private int depth;

    @Column(updatable = false)
    private String path;

    @Column(name = "reply_count", updatable = false)
    private int replyCount;

    @Column(name = "user_id")
    private Long userId;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "author_email")
    private String authorEmail;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "author_url")
    private String authorUrl;

    @Enumerated(EnumType.STRING)
    private CommentType type;

    @Enumerated(EnumType.STRING)
    private CommentStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private CommentStatus statusBefore;

    @Enumerated(EnumType.STRING)
    private Cause verdict;

    @Column(name = "verdict_reason")
    private String verdictReason;

    @Enumerated(EnumType.STRING)
    private ContentFormat format;

    private String source;

    // What searches look into; null only until the start that follows an upgrade.
    @Column(name = "search_text")
    private String searchText;

    @Column(name = "search_name")
    private String searchName;

    private String html;

    // Version of the renderer that made the HTML.
    private int renderer;

    private String fingerprint;
    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Comment() {} // for Hibernate

    Comment(ImportedComment imported, ThreadPlace place, String html, Instant now) {
        this.id = imported.id();
        this.postId = imported.postId();
        this.parentId = imported.parentId();
        this.userId = imported.userId();
        setAuthor(new CommentAuthor(imported.authorName(), imported.authorEmail(), imported.authorUrl()));
        this.type = imported.type();
        this.status = imported.status();
        this.verdict = Cause.IMPORT;
        this.verdictReason = "";
        write(imported.source(), ContentFormat.WORDPRESS, html);
        this.address = imported.address();
        this.userAgent = "";
        this.createdAt = imported.createdAt();
        this.updatedAt = now;
        this.aboveId = place.aboveId();
        this.depth = place.depth();
        this.path = place.path();
    }

    /**
     * @param userId null for a guest
     */
    Comment(
            long id,
            long postId,
            Long parentId,
            ThreadPlace place,
            Long userId,
            CommentAuthor author,
            Origin origin,
            Instant now) {
        this.id = id;
        this.postId = postId;
        this.parentId = parentId;
        this.aboveId = place.aboveId();
        this.depth = place.depth();
        this.path = place.path();
        this.userId = userId;
        setAuthor(author);
        this.type = CommentType.COMMENT;
        this.address = origin.address();
        this.userAgent = origin.userAgent();
        this.createdAt = now;
        this.updatedAt = now;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public long postId() {
        return postId;
    }

    /** The comment it answers, shown or not; null where it speaks to the post itself. */
    public Long parentId() {
        return parentId;
    }

    /**
     * The comment it stands under: the nearest one above it that readers see. Null at the top of
     * the thread.
     */
    public Long aboveId() {
        return aboveId;
    }

    /** How deep it stands in the thread; 1 at the top. */
    public int depth() {
        return depth;
    }

    /** Its place in the thread, as {@link ThreadPlace#path}. */
    public String path() {
        return path;
    }

    /** Approved comments that stand directly under it. */
    public int replyCount() {
        return replyCount;
    }

    /** Null for a guest. */
    public Long userId() {
        return userId;
    }

    public String authorName() {
        return authorName;
    }

    /** Empty where none is known; never part of a public answer. */
    public String authorEmail() {
        return authorEmail;
    }

    /** Empty where none is known. */
    public String authorUrl() {
        return authorUrl;
    }

    public CommentAuthor author() {
        return new CommentAuthor(authorName, authorEmail, authorUrl);
    }

    public CommentType type() {
        return type;
    }

    public CommentStatus status() {
        return status;
    }

    public boolean isApproved() {
        return status == CommentStatus.APPROVED;
    }

    /** The status to which it would be restored; null unless it is spam or trashed. */
    public CommentStatus statusBefore() {
        return statusBefore;
    }

    /** What gave it its latest status. */
    public Cause verdict() {
        return verdict;
    }

    /** More of why it has its latest status; may be empty. */
    public String verdictReason() {
        return verdictReason;
    }

    public ContentFormat format() {
        return format;
    }

    /** As it was written. Rows from before sources were filtered hold all of it. */
    public String source() {
        return source;
    }

    /** As its author and moderators get it, filtered whenever it was stored. */
    public String filteredSource() {
        return SourceFilter.filter(source, format);
    }

    /** Rendered and cleaned; now, where an earlier renderer made what is stored. */
    public String html() {
        return renderer == ContentRenderer.VERSION ? html : renderedNow();
    }

    String renderedNow() {
        return WordPressRendering.orElse(() -> CommentContent.html(source, format), html);
    }

    /** The network address it came from, empty where it is not known; for moderators. */
    public String address() {
        return address;
    }

    /** What the client said it is; for moderators. */
    public String userAgent() {
        return userAgent;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Null where there is no e-mail address. */
    String emailKey() {
        return emailKey;
    }

    /** Null where a second one like it may be stored. */
    String fingerprint() {
        return fingerprint;
    }

    /** Among the spam, or in the trash from there. */
    boolean isTakenForSpam() {
        return status == CommentStatus.SPAM || (status == CommentStatus.TRASHED && statusBefore == CommentStatus.SPAM);
    }

    public boolean isWrittenBy(Long user) {
        return userId != null && userId.equals(user);
    }

    void write(String newSource, ContentFormat newFormat, String newHtml) {
        this.source = SourceFilter.filter(newSource, newFormat);
        this.format = newFormat;
        this.html = newHtml;
        this.renderer = ContentRenderer.VERSION;
        this.searchText = CommentText.searchText(source, newHtml);
    }

    void setAuthor(CommentAuthor author) {
        this.authorName = author.name();
        this.authorEmail = author.email();
        this.emailKey = author.emailKey();
        this.authorUrl = author.url();
        this.searchName = WordSearch.folded(author.name());
    }

    /**
     * @param user null for a guest
     */
    void assignTo(Long user) {
        this.userId = user;
    }

    void setOrigin(String newAddress, String newUserAgent) {
        this.address = newAddress;
        this.userAgent = newUserAgent;
    }

    void setCreatedAt(Instant time) {
        this.createdAt = time;
    }

    /** Where it stands in the new thread is for who moves threads to say. */
    void moveTo(long newPostId, Long newParentId) {
        this.postId = newPostId;
        this.parentId = newParentId;
    }

    /** Leaves the words and forgets who wrote them and from where. */
    void anonymise() {
        setAuthor(CommentAuthor.UNKNOWN);
        this.userId = null;
        this.address = "";
        this.userAgent = "";
        this.fingerprint = null;
    }

    /** The status it begins with. */
    void begin(CommentStatus first, Cause cause, String reason) {
        this.status = first;
        this.statusBefore =
                first == CommentStatus.SPAM || first == CommentStatus.TRASHED ? CommentStatus.PENDING : null;
        this.verdict = cause;
        this.verdictReason = reason;
    }

    /**
     * Takes on another status, and remembers the present one where it can be restored. Spam that
     * was trashed and restored is spam again, and was pending before, since what it was earlier is
     * forgotten; WordPress keeps no more either.
     */
    void changeStatus(CommentStatus newStatus, Cause cause, String reason) {
        boolean wasInSight = status == CommentStatus.APPROVED || status == CommentStatus.PENDING;
        if (newStatus == CommentStatus.TRASHED || (newStatus == CommentStatus.SPAM && wasInSight)) {
            this.statusBefore = status;
        } else if (newStatus != CommentStatus.SPAM) {
            this.statusBefore = null;
        } else if (statusBefore == CommentStatus.SPAM) {
            this.statusBefore = CommentStatus.PENDING;
        }
        this.status = newStatus;
        this.verdict = cause;
        this.verdictReason = reason;
    }

    /** Null where a second one like it may be stored. */
    void setFingerprint(String newFingerprint) {
        this.fingerprint = newFingerprint;
    }

    void touch(Instant now) {
        this.updatedAt = now;
    }
}
