package io.masthead.imports;

import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.PreparedItem;
import io.masthead.imports.wxr.WxrAuthor;
import io.masthead.imports.wxr.WxrTerm;
import java.util.List;

/** One record of the file, ready to be written. */
sealed interface PreparedRecord {

    /** Its place among all records of the file, counted from 1. */
    int position();

    /** What could not be read as it was. */
    List<String> warnings();

    /** As in {@link ImportCount}. */
    String kind();

    /** What it is known by within its site. */
    String key();

    /** For people. */
    String label();

    /** About how many characters it holds in memory. */
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

    /** A category, a tag or what Masthead has no place for. */
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

    /** A post, a page, an attachment or what Masthead has no place for. */
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
