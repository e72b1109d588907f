package io.masthead.platform.ids;

import java.util.List;

/** A set of tables that share one sequence of ids, so that each id is used at most once. */
public enum IdSpace {
    /** Posts, pages, media, revisions, patterns and items of menus. */
    CONTENT("content_id_seq", "post", "media", "post_revision", "menu_item", "pattern"),
    /** Categories, tags and menus. */
    TERM("term_id_seq", "term", "menu"),
    COMMENT("comment_id_seq", "comment"),
    USER("user_id_seq", "users");

    private final String sequence;
    private final List<String> tables;

    IdSpace(String sequence, String... tables) {
        this.sequence = sequence;
        this.tables = List.of(tables);
    }

    String sequence() {
        return sequence;
    }

    List<String> tables() {
        return tables;
    }
}
