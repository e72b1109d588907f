package io.masthead.menu;

import io.masthead.post.PostType;
import io.masthead.taxonomy.TermKind;
import java.util.Optional;

/** What an item leads to. */
public enum MenuItemKind {
    /** A URL of its own. */
    LINK(null, null),
    POST(PostType.POST, null),
    PAGE(PostType.PAGE, null),
    CATEGORY(null, TermKind.CATEGORY),
    TAG(null, TermKind.TAG);

    private final PostType postType;
    private final TermKind termKind;

    MenuItemKind(PostType postType, TermKind termKind) {
        this.postType = postType;
        this.termKind = termKind;
    }

    /** Whether the item takes its URL from something else. */
    public boolean isReference() {
        return this != LINK;
    }

    /** Empty unless it refers to a post or page. */
    public Optional<PostType> postType() {
        return Optional.ofNullable(postType);
    }

    /** Empty unless it refers to a category or tag. */
    public Optional<TermKind> termKind() {
        return Optional.ofNullable(termKind);
    }

    static MenuItemKind of(PostType type) {
        return type == PostType.PAGE ? PAGE : POST;
    }

    static MenuItemKind of(TermKind kind) {
        return kind == TermKind.CATEGORY ? CATEGORY : TAG;
    }
}
