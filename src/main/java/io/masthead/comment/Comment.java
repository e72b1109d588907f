package io.masthead.comment;

import io.masthead.text.ContentFormat;

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

    @Id private Long id;
    @Version private int version;

    @Column(name = "post_id")
    private long postId;

    @Column(name = "parent_id")
    private Long parentId;

    @Column(name = "user_id")
    private Long userId;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "author_email")
    private String authorEmail;

    @Column(name = "author_url")
    private String authorUrl;

    @Enumerated(EnumType.STRING)
    private CommentType type;

    @Enumerated(EnumType.STRING)
    private CommentStatus status;

    @Enumerated(EnumType.STRING)
    private ContentFormat format;

    private String source;
    private String html;
    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Comment() {} // for Hibernate

    Comment(ImportedComment imported, String html, Instant now) {
        this.id = imported.id();
        this.postId = imported.postId();
        this.parentId = imported.parentId();
        this.userId = imported.userId();
        this.authorName = imported.authorName();
        this.authorEmail = imported.authorEmail();
        this.authorUrl = imported.authorUrl();
        this.type = imported.type();
        this.status = imported.status();
        this.format = ContentFormat.WORDPRESS;
        this.source = imported.source();
        this.html = html;
        this.address = imported.address();
        this.userAgent = "";
        this.createdAt = imported.createdAt();
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

    /** The comment it answers; null where it speaks to the post itself. */
    public Long parentId() {
        return parentId;
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

    public CommentType type() {
        return type;
    }

    public CommentStatus status() {
        return status;
    }

    public ContentFormat format() {
        return format;
    }

    /** As it was written; for moderators. */
    public String source() {
        return source;
    }

    /** Rendered and cleaned. */
    public String html() {
        return html;
    }

    /** The network address it came from, empty where it is not known; for moderators. */
    public String address() {
        return address;
    }

    public String userAgent() {
        return userAgent;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
