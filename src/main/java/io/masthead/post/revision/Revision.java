package io.masthead.post.revision;

import io.masthead.post.PostContent;
import io.masthead.text.Folding;
import io.masthead.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jsoup.nodes.Entities;

/** A state of a post without its text, which is in {@link RevisionBody}. */
@Entity
@Table(name = "post_revision")
public class Revision {

    @Id
    private Long id;

    @Version
    private int version;

    @Column(name = "post_id")
    private Long postId;

    @Enumerated(EnumType.STRING)
    private RevisionKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private User author;

    @Column(name = "created_at")
    private Instant createdAt;

    private String title;

    @Column(name = "title_html")
    private String titleHtml;

    @Column(name = "title_key")
    private String titleKey;

    protected Revision() {} // for Hibernate

    Revision(Long id, Long postId, RevisionKind kind, User author, Instant at, PostContent content) {
        this.id = id;
        this.postId = postId;
        this.kind = kind;
        this.author = author;
        write(content, at);
    }

    /** Only autosaves are overwritten. */
    final void write(PostContent content, Instant at) {
        this.createdAt = at;
        this.title = content.title();
        this.titleHtml = content.titleHtml();
        this.titleKey = Folding.key(content.title());
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Long postId() {
        return postId;
    }

    public RevisionKind kind() {
        return kind;
    }

    /** The author; null if the user has been deleted. */
    public User author() {
        return author;
    }

    /** When it was saved, for an autosave the last time. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Plain text. */
    public String title() {
        return title;
    }

    /** The title as inline HTML, cleaned and escaped. */
    public String titleHtml() {
        return titleHtml == null ? Entities.escape(title) : titleHtml;
    }

    String titleKey() {
        return titleKey;
    }

    /** Null unless the title came with markup. */
    String titleMarkup() {
        return titleHtml;
    }
}
