package io.masthead.media;

import io.masthead.kernel.WordSearch;
import io.masthead.media.image.Placeholder;
import io.masthead.media.rendition.RenditionState;
import io.masthead.media.storage.StorageKey;
import io.masthead.platform.db.JsonObjectConverter;
import io.masthead.text.Folding;
import io.masthead.text.WebAddresses;
import io.masthead.text.content.ContentRenderer;
import io.masthead.user.User;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An attachment: an image, audio or document, with the URL of its file. */
@Entity
public class Media extends MediaColumns {

    @Id
    private Long id;

    @Version
    private int version;

    private String title;

    @Column(name = "title_key")
    private String titleKey;

    // What searches compare, never read; null only between an upgrade and the next start.
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "search_text")
    private String searchText;

    private String slug;

    @Column(name = "mime_type")
    private String mimeType;

    @Column(name = "source_url")
    private String sourceUrl;

    @Column(name = "alt_text")
    private String altText = "";

    private String caption = "";
    private String description = "";

    @Column(name = "title_rendered")
    private String titleRendered = "";

    @Column(name = "caption_rendered")
    private String captionRendered = "";

    @Column(name = "description_rendered")
    private String descriptionRendered = "";

    // The renderer version of these three.
    private int renderer;

    private Integer width;
    private Integer height;

    @Column(name = "file_size")
    private Long fileSize;

    // Null if the file is at another site; the URL is then absolute.
    @Column(name = "file_id")
    private Long fileId;

    @Enumerated(EnumType.STRING)
    @Column(name = "rendition_state")
    private RenditionState renditionState = RenditionState.NONE;

    // What a stored path is below: the address of the API.
    @Transient
    private String serverUrl = "";

    @Convert(converter = JsonObjectConverter.class)
    private Map<String, Object> details;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "author_id")
    private User author;

    @Column(name = "post_id")
    private Long postId;

    private String guid;

    protected Media() {} // for Hibernate

    /**
     * @param mimeType in lower case
     * @param caption cleaned
     * @param description cleaned
     */
    Media(
            long id,
            ImportedMedia original,
            MediaDetails details,
            String slug,
            String mimeType,
            String altText,
            String caption,
            String description) {
        this.id = id;
        setTexts(MediaImport.text(original.title()), MediaImport.text(altText), caption, description);
        this.slug = slug;
        this.mimeType = mimeType;
        this.sourceUrl = original.sourceUrl();
        this.width = original.width();
        this.height = original.height();
        this.fileSize = original.fileSize();
        this.details = details.toJson();
        this.author = original.author();
        this.postId = original.postId();
        this.guid = MediaImport.text(original.guid());
        setDates(original.createdAt(), original.updatedAt());
        setCustomFields(original.customFields());
    }

    /** Of a file that was uploaded here, to be set; without further texts. */
    Media(long id, String title, String slug, User author, Instant now) {
        this.id = id;
        this.slug = slug;
        this.author = author;
        this.guid = "";
        setDates(now, now);
        setTexts(title, "", "", "");
    }

    /**
     * Renditions of a former file are not its own any more.
     *
     * @param imageMeta as in {@link MediaDetails}
     */
    void setFile(MediaFile file, Map<String, Object> imageMeta) {
        this.mimeType = file.mimeType();
        this.sourceUrl = MediaUrls.PATH + file.key();
        this.width = file.width();
        this.height = file.height();
        this.fileSize = file.size();
        this.fileId = file.id();
        this.renditionState = RenditionState.NONE;
        this.details = new MediaDetails("", "", List.of(), imageMeta).toJson();
    }

    /**
     * @param newCaption cleaned
     * @param newDescription cleaned
     */
    void setTexts(String newTitle, String newAltText, String newCaption, String newDescription) {
        this.title = newTitle;
        this.titleKey = Folding.key(newTitle);
        this.altText = newAltText;
        this.searchText = WordSearch.folded(newTitle, newAltText);
        this.caption = newCaption;
        this.description = newDescription;
        render();
    }

    private void render() {
        var rendered = renderedNow();
        this.titleRendered = rendered.title();
        this.captionRendered = rendered.caption();
        this.descriptionRendered = rendered.description();
        this.renderer = ContentRenderer.VERSION;
    }

    RenderedMedia renderedNow() {
        return RenderedMedia.of(title, caption, description);
    }

    private RenderedMedia rendered() {
        return renderer == ContentRenderer.VERSION
                ? new RenderedMedia(titleRendered, captionRendered, descriptionRendered)
                : renderedNow();
    }

    /** @param post null for none */
    void setPostId(Long post) {
        this.postId = post;
    }

    /** @param url without a slash at the end */
    void setServerUrl(String url) {
        this.serverUrl = url;
    }

    /** Those that it has stay until the new ones are made. */
    void expectRenditions() {
        this.renditionState = RenditionState.PENDING;
    }

    /** @param sizes empty if the file has none */
    void setRenditions(List<MediaSize> sizes, Placeholder placeholder) {
        this.renditionState = placeholder == null ? RenditionState.NONE : RenditionState.READY;
        this.details =
                MediaDetails.of(details).withRenditions(sizes, placeholder).toJson();
    }

    void setAuthor(User newAuthor) {
        this.author = newAuthor;
    }

    void changeSlug(String newSlug) {
        this.slug = newSlug;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String title() {
        return title;
    }

    /** The title as sort key. */
    public String titleKey() {
        return titleKey;
    }

    /** Null if it has none. */
    public String slug() {
        return slug;
    }

    /** A media type by RFC 6838, for example {@code image/jpeg}. */
    public String mimeType() {
        return mimeType;
    }

    /** The absolute URL of the file. */
    public String sourceUrl() {
        return isStoredHere() ? serverUrl + sourceUrl : sourceUrl;
    }

    /** What contents that show the file or a rendition of it contain: a part of its path, or its absolute URL. */
    String referenceInContent() {
        return isStoredHere() ? sourceUrl.substring(0, sourceUrl.lastIndexOf('.')) : sourceUrl;
    }

    /** Whether this server has the file itself. */
    public boolean isStoredHere() {
        return fileId != null;
    }

    /** Empty if the file is at another site. */
    Optional<StorageKey> storageKey() {
        return isStoredHere() ? StoredFiles.keyIn(sourceUrl) : Optional.empty();
    }

    Long fileId() {
        return fileId;
    }

    public RenditionState renditionState() {
        return renditionState;
    }

    public String altText() {
        return altText;
    }

    /** Cleaned inline HTML. */
    public String caption() {
        return caption;
    }

    /** Cleaned HTML. */
    public String description() {
        return description;
    }

    /** The title as WordPress shows it, HTML. */
    public String titleRendered() {
        return rendered().title();
    }

    /** The caption as WordPress shows it, HTML with paragraphs; empty for none. */
    public String captionRendered() {
        return rendered().caption();
    }

    /** The description as WordPress shows it, HTML; empty for none. */
    public String descriptionRendered() {
        return rendered().description();
    }

    /** In pixels; null if it is no image or unknown. */
    public Integer width() {
        return width;
    }

    /** In pixels; null if it is no image or unknown. */
    public Integer height() {
        return height;
    }

    /** In bytes; null if unknown. */
    public Long fileSize() {
        return fileSize;
    }

    public MediaDetails details() {
        var known = MediaDetails.of(details);
        return isStoredHere() && width != null ? known.withFile(sourceUrl.substring(MediaUrls.PATH.length())) : known;
    }

    /** The URL of a file in the folder of the original, such as that of a {@link MediaSize}, by its name. */
    public String addressBeside(String name) {
        var url = sourceUrl();
        return url.substring(0, url.lastIndexOf('/') + 1) + name;
    }

    public User author() {
        return author;
    }

    /** The post it was uploaded to; null for none. */
    public Long postId() {
        return postId;
    }

    /** Empty if it had none, or one that is not a plain URL. */
    public String guid() {
        return WebAddresses.isPlain(guid) ? guid : "";
    }
}
