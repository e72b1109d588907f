package io.masthead.post;

import io.masthead.post.footnote.BlockFootnotes;
import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.PlainText;
import io.masthead.text.SourceFilter;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.content.RenderedContent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

/**
 * The text of a post: source and rendered HTML. A row rendered by an earlier renderer version is rendered at
 * each read until {@link RenderedPostRepository} has updated it.
 */
@Entity
@Table(name = "post_body")
public class PostBody {

    @Id
    @Column(name = "post_id")
    private Long postId;

    @Enumerated(EnumType.STRING)
    private ContentFormat format;

    private String source;
    private String html;

    @Column(name = "first_page")
    private String firstPage;

    @Column(name = "excerpt_html")
    private String excerptHtml = "";

    @Column(name = "feed_excerpt")
    private String feedExcerpt = "";

    private int renderer;

    @Transient
    private RenderedPost renderedNow;

    protected PostBody() {} // for Hibernate

    PostBody(Long postId, ContentFormat format, String source) {
        this.postId = postId;
        setSource(format, source);
        setRendered(RenderedPost.EMPTY);
    }

    /** Sets the text; {@link #setRendered} must follow. */
    final void setSource(ContentFormat newFormat, String newSource) {
        this.format = newFormat;
        this.source = SourceFilter.filter(newSource, newFormat);
    }

    final RenderedPost setRendered(RenderedPost rendered) {
        this.html = rendered.content().html();
        this.firstPage = rendered.firstPage();
        this.excerptHtml = rendered.excerptHtml();
        this.feedExcerpt = rendered.feedExcerpt();
        this.renderer = ContentRenderer.VERSION;
        return rendered;
    }

    public ContentFormat format() {
        return format;
    }

    /** As the author wrote it; unfiltered in rows older than the filter. */
    public String source() {
        return source;
    }

    /** The source for editors, always filtered. */
    public String filteredSource() {
        return SourceFilter.filter(source, format);
    }

    /** Whether the stored HTML comes from the current renderer version. */
    boolean isCurrent() {
        return renderer == ContentRenderer.VERSION;
    }

    RenderedContent content(Post post) {
        return isCurrent() ? storedContent() : renderedNow(post).content();
    }

    String html(Post post) {
        return isCurrent() ? html : renderedNow(post).content().html();
    }

    String firstPage(Post post) {
        var page = isCurrent() ? firstPage : renderedNow(post).firstPage();
        return page == null ? html(post) : page;
    }

    String excerpt(Post post) {
        return isCurrent() ? post.excerpt() : renderedNow(post).excerpt();
    }

    String excerptHtml(Post post) {
        return isCurrent() ? excerptHtml : renderedNow(post).excerptHtml();
    }

    String excerptHtml(Post post, int words) {
        return RenderedPost.excerptHtml(source, format, html(post), post.excerptSource(), excerpt(post), words);
    }

    String feedExcerpt(Post post) {
        return isCurrent() ? feedExcerpt : renderedNow(post).feedExcerpt();
    }

    /** The output of the current renderer; if it refuses the text, the stored output. */
    RenderedPost renderedNow(Post post) {
        if (renderedNow == null) {
            renderedNow = rendered(post);
        }
        return renderedNow;
    }

    private RenderedPost rendered(Post post) {
        try {
            return RenderedPost.of(BlockFootnotes.inserted(source, post.customFields()), format, post.excerptSource());
        } catch (ContentTooComplexException e) {
            return RenderedPost.ofRefused(storedContent(), source, format, post.excerptSource());
        }
    }

    private RenderedContent storedContent() {
        return new RenderedContent(html, PlainText.of(html));
    }
}
