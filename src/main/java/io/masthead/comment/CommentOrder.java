package io.masthead.comment;

/** What lists with a total can be ordered by; the id decides where that is the same. */
public enum CommentOrder {
    CREATED("c.createdAt"),
    ID("c.id"),
    POST("c.postId"),
    PARENT("coalesce(c.parentId, 0)"),
    TYPE("c.type"),
    /** As the ids were asked for. */
    AS_ASKED("c.id");

    private final String path;

    CommentOrder(String path) {
        this.path = path;
    }

    /** Of HQL. */
    String by(boolean descending) {
        var direction = descending ? " desc" : "";
        return " order by " + (path.equals("c.id") ? "" : path + direction + ", ") + "c.id" + direction;
    }
}
