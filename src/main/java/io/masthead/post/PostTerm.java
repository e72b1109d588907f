package io.masthead.post;

import io.masthead.taxonomy.Term;
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

/**
 * A post's assignment to a category or tag. It repeats the post's status and sort key, so that a page of one
 * term is one range of an index, however many posts there are.
 */
@Entity
@Table(name = "post_term")
@IdClass(PostTerm.Key.class)
@SuppressWarnings("UnusedVariable") // columns for queries
class PostTerm {

    /** A post has a term at most once. */
    record Key(Long post, Long term) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "post_id")
    private Post post;

    @Id
    // Loaded with the row; it is always needed.
    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "term_id")
    private Term term;

    @Enumerated(EnumType.STRING)
    private PostStatus status;

    @Column(name = "sort_at")
    private Instant sortAt;

    protected PostTerm() {} // for Hibernate

    PostTerm(Post post, Term term) {
        this.post = post;
        this.term = term;
        copyFromPost();
    }

    /** Copies status and sort key from the post. */
    final void copyFromPost() {
        this.status = post.status();
        this.sortAt = post.sortAt();
    }

    Term term() {
        return term;
    }
}
