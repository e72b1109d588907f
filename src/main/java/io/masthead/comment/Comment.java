package io.masthead.comment;

import io.masthead.comment.thread.ThreadPlace;
import io.masthead.kernel.WordSearch;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import io.masthead.text.content.CommentContent;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.wordpress.WordPressRendering;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;

/** A comment on a post by a user, a guest or another site. */
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

    // Moved with whole threads, by separate statements that do not change the comment's version.
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

    // Whether another site has shown it: its markup may be richer than that of comments written here.
    private boolean imported;

    // What searches compare, never read; null only between an upgrade and the next start.
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "search_text")
    private String searchText;

    @Basic(fetch = FetchType.LAZY)
    @Column(name = "search_name")
    private String searchName;

    private String html;

    // The renderer version of the HTML.
    private int renderer;

    private String fingerprint;
    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "shown_date")
    private LocalDateTime shownDate;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Comment() {} // for Hibernate

    Comment(ImportedComment imported, ThreadPlace place, String html) {
        this.id = imported.id();
        this.postId = imported.postId();
        this.parentId = imported.parentId();
        this.userId = imported.userId();
        setAuthor(new CommentAuthor(imported.authorName(), imported.authorEmail(), imported.authorUrl()));
        this.type = imported.type();
        this.status = imported.status();
        this.verdict = Cause.IMPORT;
        this.verdictReason = "";
        this.imported = true;
        write(imported.source(), ContentFormat.WORDPRESS, html);
        this.address = imported.address();
        this.userAgent = "";
        this.createdAt = imported.createdAt();
        this.shownDate = imported.shownDate();
        this.updatedAt = imported.createdAt();
        this.aboveId = place.aboveId();
        this.depth = place.depth();
        this.path = place.path();
    }

    /** @param userId null for a guest */
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

    /** The comment it replies to, shown or not; null if it is on the post itself. */
    public Long parentId() {
        return parentId;
    }

    /** The comment it is displayed under: its nearest visible ancestor. Null at the top of the thread. */
    public Long aboveId() {
        return aboveId;
    }

    /** Its depth in the thread; 1 at the top. */
    public int depth() {
        return depth;
    }

    /** Its position in the thread, as {@link ThreadPlace#path}. */
    public String path() {
        return path;
    }

    /** The number of approved comments displayed directly under it. */
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

    /** Empty if unknown; never part of a public response. */
    public String authorEmail() {
        return authorEmail;
    }

    /** Empty if unknown. */
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

    /** The status to restore; null unless it is spam or in the trash. */
    public CommentStatus statusBefore() {
        return statusBefore;
    }

    /** What caused the current status. */
    public Cause verdict() {
        return verdict;
    }

    /** Details on the cause; may be empty. */
    public String verdictReason() {
        return verdictReason;
    }

    public ContentFormat format() {
        return format;
    }

    boolean isImported() {
        return imported;
    }

    /** As it was written; unfiltered in rows older than the filter. */
    public String source() {
        return source;
    }

    /** The source for its author and moderators, always filtered. */
    public String filteredSource() {
        return SourceFilter.filter(source, format);
    }

    /** Clean HTML; rendered now if the stored HTML comes from an earlier renderer version. */
    public String html() {
        return renderer == ContentRenderer.VERSION ? html : renderedNow();
    }

    String renderedNow() {
        return WordPressRendering.orElse(() -> CommentContent.html(source, format, imported), html);
    }

    /** The client's network address, empty if unknown; for moderators. */
    public String address() {
        return address;
    }

    /** The client's User-Agent; for moderators. */
    public String userAgent() {
        return userAgent;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The local date and time that the site showed from which it was imported; null if it was written here. */
    public LocalDateTime shownDate() {
        return shownDate;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Null if there is no e-mail address. */
    String emailKey() {
        return emailKey;
    }

    /** Null if duplicates of it are allowed. */
    String fingerprint() {
        return fingerprint;
    }

    /** Whether it is spam, or was spam before it was moved to the trash. */
    boolean isOrWasSpam() {
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

    /** @param user null for a guest */
    void setUserId(Long user) {
        this.userId = user;
    }

    void setOrigin(String newAddress, String newUserAgent) {
        this.address = newAddress;
        this.userAgent = newUserAgent;
    }

    void setCreatedAt(Instant time) {
        if (!time.equals(createdAt)) {
            this.shownDate = null;
        }
        this.createdAt = time;
    }

    /** Sets the post and the parent; the caller updates the position in the thread. */
    void moveTo(long newPostId, Long newParentId) {
        this.postId = newPostId;
        this.parentId = newParentId;
    }

    /** Keeps the text and clears the author, the network address and the user agent. */
    void anonymise() {
        setAuthor(CommentAuthor.UNKNOWN);
        this.userId = null;
        this.address = "";
        this.userAgent = "";
        this.fingerprint = null;
    }

    /** Sets the first status. */
    void setFirstStatus(CommentStatus first, Cause cause, String reason) {
        this.status = first;
        this.statusBefore =
                first == CommentStatus.SPAM || first == CommentStatus.TRASHED ? CommentStatus.PENDING : null;
        this.verdict = cause;
        this.verdictReason = reason;
    }

    /**
     * Changes the status and remembers the current one if it can be restored. Spam that was moved to the trash
     * and restored is spam again, with pending as its former status, since the earlier one is lost; WordPress
     * keeps no more either.
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

    /** Null if duplicates of it are allowed. */
    void setFingerprint(String newFingerprint) {
        this.fingerprint = newFingerprint;
    }

    void touch(Instant now) {
        this.updatedAt = now;
    }
}
