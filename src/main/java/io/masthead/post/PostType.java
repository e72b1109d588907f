package io.masthead.post;

import io.masthead.kernel.Capability;

/** Posts are ordered by time and have categories; pages form a tree. They have separate capabilities. */
public enum PostType {
    POST(
            Capability.EDIT_POSTS,
            Capability.EDIT_OTHERS_POSTS,
            Capability.EDIT_PUBLISHED_POSTS,
            Capability.EDIT_PRIVATE_POSTS,
            Capability.PUBLISH_POSTS,
            Capability.DELETE_POSTS,
            Capability.DELETE_OTHERS_POSTS,
            Capability.DELETE_PUBLISHED_POSTS,
            Capability.DELETE_PRIVATE_POSTS,
            Capability.READ_PRIVATE_POSTS),
    PAGE(
            Capability.EDIT_PAGES,
            Capability.EDIT_OTHERS_PAGES,
            Capability.EDIT_PUBLISHED_PAGES,
            Capability.EDIT_PRIVATE_PAGES,
            Capability.PUBLISH_PAGES,
            Capability.DELETE_PAGES,
            Capability.DELETE_OTHERS_PAGES,
            Capability.DELETE_PUBLISHED_PAGES,
            Capability.DELETE_PRIVATE_PAGES,
            Capability.READ_PRIVATE_PAGES);

    private final Capability edit;
    private final Capability editOthers;
    private final Capability editPublished;
    private final Capability editPrivate;
    private final Capability publish;
    private final Capability delete;
    private final Capability deleteOthers;
    private final Capability deletePublished;
    private final Capability deletePrivate;
    private final Capability readPrivate;

    PostType(
            Capability edit,
            Capability editOthers,
            Capability editPublished,
            Capability editPrivate,
            Capability publish,
            Capability delete,
            Capability deleteOthers,
            Capability deletePublished,
            Capability deletePrivate,
            Capability readPrivate) {
        this.edit = edit;
        this.editOthers = editOthers;
        this.editPublished = editPublished;
        this.editPrivate = editPrivate;
        this.publish = publish;
        this.delete = delete;
        this.deleteOthers = deleteOthers;
        this.deletePublished = deletePublished;
        this.deletePrivate = deletePrivate;
        this.readPrivate = readPrivate;
    }

    /** The noun for messages: "post" or "page". */
    public String noun() {
        return this == POST ? "post" : "page";
    }

    /** The scope in which a slug is unique: all posts, or the pages below one parent. */
    public String slugScope(Long parentId) {
        return this == POST ? "post" : "page/" + (parentId == null ? 0 : parentId);
    }

    public Capability edit() {
        return edit;
    }

    public Capability editOthers() {
        return editOthers;
    }

    public Capability editPublished() {
        return editPublished;
    }

    public Capability editPrivate() {
        return editPrivate;
    }

    public Capability publish() {
        return publish;
    }

    public Capability delete() {
        return delete;
    }

    public Capability deleteOthers() {
        return deleteOthers;
    }

    public Capability deletePublished() {
        return deletePublished;
    }

    public Capability deletePrivate() {
        return deletePrivate;
    }

    public Capability readPrivate() {
        return readPrivate;
    }
}
