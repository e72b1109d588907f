package io.masthead.post;

import io.masthead.text.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The content of a post, folded for searches: see {@link Folding#searchable}. */
@Entity
@Table(name = "post_search")
class PostSearchText {

    @Id
    @Column(name = "post_id")
    private Long postId;

    private String title;
    private String excerpt;
    private String body;

    protected PostSearchText() {} // for Hibernate

    PostSearchText(Post post, PostBody body) {
        this.postId = post.id();
        write(post, body);
    }

    PostSearchText(Post post, RenderedPost rendered) {
        this.postId = post.id();
        write(post, rendered.excerpt(), rendered.content().text());
    }

    final void write(Post post, PostBody text) {
        write(post, post.excerpt(), text.content(post).text());
    }

    private void write(Post post, String excerptText, String text) {
        this.title = Folding.searchable(post.title());
        // A derived excerpt is found in the text.
        this.excerpt = post.excerptSource() == null ? "" : Folding.searchable(excerptText);
        this.body = Folding.searchable(text);
    }

    String title() {
        return title;
    }

    String excerpt() {
        return excerpt;
    }

    String body() {
        return body;
    }
}
