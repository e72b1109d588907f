package io.masthead.post;

import io.masthead.kernel.CustomFields;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A scalar custom field as a row, for filters; responses use the JSON of the post. */
@Entity
@Table(name = "post_field")
@IdClass(PostField.Key.class)
@SuppressWarnings("UnusedVariable") // columns for queries
public class PostField {

    public static final int MAX_CONTENT = CustomFields.MAX_FILTERED;

    /** A post has at most one field of a name. */
    record Key(Long post, String name) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "post_id")
    private Post post;

    @Id
    private String name;

    private String content;

    @Enumerated(EnumType.STRING)
    private PostType type;

    @Enumerated(EnumType.STRING)
    private PostStatus status;

    @Column(name = "sort_at")
    private Instant sortAt;

    protected PostField() {} // for Hibernate

    PostField(Post post, String name, String content) {
        this.post = post;
        this.name = name;
        this.content = content;
        copyFromPost();
    }

    /** Copies status and sort key from the post. */
    final void copyFromPost() {
        this.type = post.type();
        this.status = post.status();
        this.sortAt = post.sortAt();
    }

    String name() {
        return name;
    }

    void content(String newContent) {
        this.content = newContent;
    }
}
