package io.masthead.post;

import io.masthead.text.ContentFormat;
import io.masthead.text.RenderedContent;
import io.masthead.text.SourceFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The text of a post: as written, as readers see it, and bare for searches. */
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
    private String plain;

    protected PostBody() {} // for Hibernate

    PostBody(Long postId, ContentFormat format, String source, RenderedContent rendered) {
        this.postId = postId;
        write(format, source, rendered);
    }

    final void write(ContentFormat newFormat, String newSource, RenderedContent rendered) {
        this.format = newFormat;
        this.source = SourceFilter.filter(newSource, newFormat);
        this.html = rendered.html();
        this.plain = rendered.text();
    }

    public ContentFormat format() {
        return format;
    }

    /** As its author wrote it. Rows from before sources were filtered hold all of it. */
    public String source() {
        return source;
    }

    /** As editors get it, filtered whenever it was stored. */
    public String filteredSource() {
        return SourceFilter.filter(source, format);
    }

    /** Rendered and cleaned. */
    public String html() {
        return html;
    }

    String plain() {
        return plain;
    }
}
