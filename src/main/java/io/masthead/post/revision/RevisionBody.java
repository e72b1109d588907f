package io.masthead.post.revision;

import io.masthead.post.PostContent;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The text of a revision as it was written. */
@Entity
@Table(name = "post_revision_body")
public class RevisionBody {

    @Id
    @Column(name = "revision_id")
    private Long revisionId;

    @Enumerated(EnumType.STRING)
    private ContentFormat format;

    private String source;
    private String excerpt;

    protected RevisionBody() {} // for Hibernate

    RevisionBody(Long revisionId, PostContent content) {
        this.revisionId = revisionId;
        write(content);
    }

    final void write(PostContent content) {
        this.format = content.format();
        this.source = SourceFilter.filter(content.source(), content.format());
        this.excerpt = SourceFilter.filter(content.excerpt(), ContentFormat.WORDPRESS);
    }

    public ContentFormat format() {
        return format;
    }

    /** Always filtered. */
    public String source() {
        return SourceFilter.filter(source, format);
    }

    /** As {@link #source}; null if it is derived from the text. */
    public String excerpt() {
        return SourceFilter.filter(excerpt, ContentFormat.WORDPRESS);
    }
}
