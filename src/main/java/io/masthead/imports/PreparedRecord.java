package io.masthead.imports;

import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.PreparedItem;
import io.masthead.imports.wxr.WxrAuthor;
import io.masthead.imports.wxr.WxrTerm;
import java.util.List;

/** A record of the file, ready to be written. */
sealed interface PreparedRecord {

    /** Its position among all records of the file, counted from 1. */
    int position();

    /** Warnings from reading it. */
    List<String> warnings();

    /** As in {@link ImportCount}. */
    String kind();

    /** Its key within the exported site. */
    String key();

    /** For display. */
    String label();

    /** Its approximate number of characters in memory. */
    default long weight() {
        return 0;
    }

    /** A user of the exported site. */
    record Author(int position, WxrAuthor author, List<String> warnings) implements PreparedRecord {

        @Override
        public String kind() {
            return Kinds.USERS;
        }

        @Override
        public String key() {
            return author.login();
        }

        @Override
        public String label() {
            return author.displayName();
        }
    }

    /** A category, a tag or an unsupported term. */
    record Term(int position, WxrTerm term, List<String> warnings) implements PreparedRecord {

        @Override
        public String kind() {
            return Kinds.ofTaxonomy(term.taxonomy());
        }

        @Override
        public String key() {
            return term.slug();
        }

        @Override
        public String label() {
            return term.name();
        }

        @Override
        public long weight() {
            return term.description().length();
        }
    }

    /** A post, a page, an attachment or an unsupported item. */
    record Item(int position, PreparedItem item, List<String> warnings) implements PreparedRecord {

        @Override
        public String kind() {
            return item.kind();
        }

        @Override
        public String key() {
            return item.key();
        }

        @Override
        public String label() {
            return item.title();
        }

        @Override
        public long weight() {
            long weight = item.content().length() * 4L;
            for (var comment : item.comments()) {
                weight += comment.source().length() * 3L + 500;
            }
            return weight;
        }
    }
}
