package io.masthead.post;

import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermSummary;
import io.masthead.text.ContentFormat;
import io.masthead.text.Folding;
import io.masthead.text.SourceFilter;
import io.masthead.text.content.ContentRenderer;
import io.masthead.user.User;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;

/** A post or a page without its text, which is in {@link PostBody}. */
@Entity
public class Post extends PostColumns {

    /** Null for a post that was read with its terms as entities. */
    @Transient
    private List<TermSummary> attachedTerms;

    /** Whether its new slug led to another post before. */
    @Transient
    private boolean takesFormerAddress;

    protected Post() {} // for Hibernate

    Post(Long id, PostType type, User author, String guid, Instant now) {
        this.id = id;
        this.type = type;
        this.author = author;
        this.guid = fit(guid, id);
        this.createdAt = now;
        this.updatedAt = now;
        this.sortAt = now;
    }

    /** Ordered by name. */
    public List<TermSummary> categories() {
        return terms(TermKind.CATEGORY);
    }

    /** Ordered by name. */
    public List<TermSummary> tags() {
        return terms(TermKind.TAG);
    }

    /** @param closeDays days after publishing at which comments close; 0 for never */
    boolean acceptsComments(Instant now, int closeDays) {
        return commentsOpen
                && (closeDays == 0
                        || publishedAt == null
                        || now.isBefore(publishedAt.plus(closeDays, ChronoUnit.DAYS)));
    }

    public boolean isPublished() {
        return status == PostStatus.PUBLISHED;
    }

    public boolean isTrashed() {
        return status == PostStatus.TRASHED;
    }

    public boolean isWrittenBy(Long userId) {
        return author.id().equals(userId);
    }

    /** Loads the terms, together with those of the other posts that Hibernate has loaded. */
    void fetchTerms() {
        Hibernate.initialize(terms);
    }

    /** Sets the terms of a post that was read by a stateless session; they are not stored. */
    void attachTerms(List<TermSummary> read) {
        attachedTerms = read;
    }

    private List<TermSummary> terms(TermKind kind) {
        var all = attachedTerms == null
                ? terms.stream().map(PostTerm::term).map(TermSummary::of)
                : attachedTerms.stream();
        return all.filter(term -> term.kind() == kind)
                .sorted(Comparator.comparing(TermSummary::nameKey).thenComparing(TermSummary::id))
                .toList();
    }

    /** The terms that count this post: all if it is published, else none. */
    Set<Long> countedTermIds() {
        return isPublished() ? terms.stream().map(placed -> placed.term().id()).collect(Collectors.toSet()) : Set.of();
    }

    void touch(Instant now) {
        this.updatedAt = now;
    }

    /** @param html inline HTML if the title came with markup, else null */
    void rename(String newTitle, String html) {
        this.title = newTitle;
        this.titleHtml = html;
        this.titleKey = Folding.key(newTitle);
        this.titleRendered = renderedTitle();
        this.renderer = ContentRenderer.VERSION;
    }

    void changeSlug(String newSlug) {
        this.slug = newSlug;
    }

    /** {@link #setDerived} must follow. */
    void setExcerptSource(String source) {
        this.excerptSource = SourceFilter.filter(source, ContentFormat.WORDPRESS);
    }

    /** What is stored here of the rendered text. */
    void setDerived(RenderedPost rendered) {
        var length = rendered.length();
        this.excerpt = rendered.excerpt();
        this.wordCount = length.words();
        this.readingMinutes = length.minutes();
    }

    void setAuthor(User newAuthor) {
        this.author = newAuthor;
    }

    /** Publishing twice keeps the first date: links and feeds depend on it. */
    void publish(Instant now) {
        if (publishedAt == null) {
            publishedAt = now;
        }
        changeStatus(PostStatus.PUBLISHED);
    }

    /** Sets any status but published and trashed, which have methods of their own. */
    void changeStatus(PostStatus newStatus) {
        this.status = newStatus;
        reorder();
    }

    /** Sets the date of publication; the caller has checked it against the status. */
    void setPublishedAt(Instant newPublishedAt) {
        if (!Objects.equals(newPublishedAt, publishedAt)) {
            this.shownDate = null;
        }
        this.publishedAt = newPublishedAt;
        reorder();
    }

    /** @param shown null if it equals the date of publication in the time zone of this site */
    void setShownDate(LocalDateTime shown) {
        this.shownDate = shown;
    }

    /** Notes that another post was found by its new slug. */
    void takeFormerAddress() {
        this.takesFormerAddress = true;
    }

    boolean takesFormerAddress() {
        return takesFormerAddress;
    }

    void trash() {
        this.statusBeforeTrash = status;
        changeStatus(PostStatus.TRASHED);
    }

    void restore() {
        var before = statusBeforeTrash == null ? PostStatus.DRAFT : statusBeforeTrash;
        this.statusBeforeTrash = null;
        changeStatus(before);
    }

    void setFeaturedMedia(Long mediaId) {
        this.featuredMediaId = mediaId;
    }

    void setCommentsOpen(boolean open) {
        this.commentsOpen = open;
    }

    void setPingsOpen(boolean open) {
        this.pingsOpen = open;
    }

    void setSticky(boolean newSticky) {
        this.sticky = newSticky;
    }

    void setFormat(PostFormat newFormat) {
        this.format = newFormat;
    }

    void setTemplate(String newTemplate) {
        this.template = newTemplate;
    }

    void setPassword(String newPassword) {
        this.password = newPassword;
    }

    void setParent(Long newParentId) {
        this.parentId = newParentId;
    }

    void setMenuOrder(int newMenuOrder) {
        this.menuOrder = newMenuOrder;
    }

    /** Replaces the terms of one kind. */
    void setTerms(TermKind kind, Collection<Term> newTerms) {
        terms.removeIf(placed -> placed.term().kind() == kind && !newTerms.contains(placed.term()));
        var present = terms.stream().map(PostTerm::term).collect(Collectors.toSet());
        newTerms.stream().filter(term -> !present.contains(term)).forEach(term -> terms.add(new PostTerm(this, term)));
    }

    /** @param rows the scalars among them, by name, as filters compare them */
    void setCustomFields(Map<String, Object> newFields, Map<String, String> rows) {
        this.customFields = newFields;
        fields.removeIf(field -> !rows.containsKey(field.name()));
        fields.forEach(field -> field.content(rows.get(field.name())));
        var present = fields.stream().map(PostField::name).collect(Collectors.toSet());
        rows.forEach((name, content) -> {
            if (!present.contains(name)) {
                fields.add(new PostField(this, name, content));
            }
        });
    }

    private void reorder() {
        this.sortAt = publishedAt == null ? createdAt : publishedAt;
        terms.forEach(PostTerm::copyFromPost);
        fields.forEach(PostField::copyFromPost);
    }
}
