package io.masthead.pattern;

import io.masthead.text.ContentFormat;
import io.masthead.text.Folding;
import io.masthead.text.SourceFilter;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.wordpress.WordPressRendering;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** A synced pattern, in WordPress' format. */
@Entity
public class Pattern {

    @Id
    private Long id;

    @Version
    private int version;

    private String title;

    @Column(name = "title_key")
    private String titleKey;

    private String source;
    private String html;
    private int renderer;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Pattern() {} // for Hibernate

    /** @throws io.masthead.text.ContentTooComplexException as {@link ContentRenderer#render} */
    Pattern(long id, String title, String source, Instant createdAt, Instant updatedAt) {
        this.id = id;
        this.createdAt = createdAt;
        write(title, source, updatedAt);
    }

    /**
     * Sets a checked title and a text; equal values change nothing.
     *
     * @throws io.masthead.text.ContentTooComplexException as {@link ContentRenderer#render}
     */
    void update(String newTitle, String newSource, Instant now) {
        if (!newTitle.equals(title) || !filtered(newSource).equals(source)) {
            write(newTitle, newSource, now);
        }
    }

    private void write(String newTitle, String newSource, Instant now) {
        var kept = filtered(newSource);
        this.html = rendered(kept); // first, since it may refuse the text
        this.source = kept;
        this.title = newTitle;
        this.titleKey = Folding.key(newTitle);
        this.renderer = ContentRenderer.VERSION;
        this.updatedAt = now;
    }

    private static String filtered(String source) {
        return SourceFilter.filter(source, ContentFormat.WORDPRESS);
    }

    private static String rendered(String source) {
        return ContentRenderer.render(source, ContentFormat.WORDPRESS).html();
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** Plain text. */
    public String title() {
        return title;
    }

    /** The title as sort key. */
    public String titleKey() {
        return titleKey;
    }

    /** As it was written, filtered. */
    public String source() {
        return source;
    }

    /** Clean HTML; its dynamic blocks are not filled in. A text that the current renderer refuses stays as it was. */
    public String html() {
        return renderer == ContentRenderer.VERSION ? html : WordPressRendering.orElse(() -> rendered(source), html);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
