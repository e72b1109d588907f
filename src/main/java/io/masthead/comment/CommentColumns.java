package io.masthead.comment;

import io.masthead.comment.thread.ThreadPlace;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import io.masthead.text.content.CommentContent;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.wordpress.WordPressRendering;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;

/** The columns of a comment and their readers. Changes are in {@link Comment}; only that class sets these fields. */
@MappedSuperclass
public abstract class CommentColumns {

    @Id
    Long id;

    @Version
    int version;

    @Column(name = "post_id")
    long postId;

    @Column(name = "parent_id")
    Long parentId;

    // Moved with whole threads, by separate statements that do not change the comment's version.
    @Column(name = "above_id", updatable = false)
    Long aboveId;

    @Column(updatable = false)
    int depth;

    @Column(updatable = false)
    String path;

    @Column(name = "reply_count", updatable = false)
    int replyCount;

    @Column(name = "user_id")
    Long userId;

    @Column(name = "author_name")
    String authorName;

    @Column(name = "author_email")
    String authorEmail;

    @Column(name = "email_key")
    String emailKey;

    @Column(name = "author_url")
    String authorUrl;

    @Enumerated(EnumType.STRING)
    CommentType type;

    @Enumerated(EnumType.STRING)
    CommentStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    CommentStatus statusBefore;

    @Enumerated(EnumType.STRING)
    Cause verdict;

    @Column(name = "verdict_reason")
    String verdictReason;

    @Enumerated(EnumType.STRING)
    ContentFormat format;

    String source;

    // Whether another site has shown it: its markup may be richer than that of comments written here.
    boolean imported;

    // What searches compare, never read; null only between an upgrade and the next start.
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "search_text")
    String searchText;

    @Basic(fetch = FetchType.LAZY)
    @Column(name = "search_name")
    String searchName;

    String html;

    // The renderer version of the HTML.
    int renderer;

    String fingerprint;
    String address;

    @Column(name = "user_agent")
    String userAgent;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "shown_date")
    LocalDateTime shownDate;

    @Column(name = "updated_at")
    Instant updatedAt;

    protected CommentColumns() {} // for Hibernate

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
}
