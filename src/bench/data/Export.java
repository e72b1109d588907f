import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a WordPress export of a made-up site, the same at each call:
 *
 * <pre>java src/bench/data/Export.java FILE POSTS OF</pre>
 *
 * <p>POSTS are written of a site of OF posts, the oldest ones; {@code multiply.sql} makes the others
 * out of them. It relies on what is the same here for each post: posts have the ids from 1, comments
 * five for each post, and a word with the id of the post stands in title, slug, excerpt and text.
 */
final class Export {

    static final int CATEGORIES = 20;
    static final int TAGS = 500;
    static final int AUTHORS = 10;
    static final int COMMENTS = 5;
    static final int PARAGRAPHS = 6;
    static final int WORDS = 60; // of a paragraph; about 3 KB a post

    /** One post of a hundred contains it. */
    static final String SEARCHED = "lighthouse";

    static final LocalDateTime FIRST = LocalDateTime.of(2015, 1, 1, 0, 0);
    static final Duration ALL = Duration.ofDays(3_650);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> SYLLABLES = List.of(
            "ba", "cor", "da", "el", "fin", "ga", "hal", "in", "ka", "lo", "mer", "na", "or", "pel", "qua", "ri", "sa",
            "tu", "ver", "wen");

    private final Random random = new Random(1);
    private final List<String> words = words();
    private final PrintWriter out;

    private Export(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        int posts = Integer.parseInt(args[1]);
        int of = Integer.parseInt(args[2]);
        try (var out = new PrintWriter(Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.UTF_8))) {
            new Export(out).write(posts, Math.max(posts, of));
        }
    }

    private void write(int posts, int of) {
        out.println("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                    xmlns:content="http://purl.org/rss/1.0/modules/content/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel>
                <title>Benchmark</title><link>https://bench.example</link><description>Made up</description>
                <language>en</language><wp:wxr_version>1.2</wp:wxr_version>
                <wp:base_site_url>https://bench.example</wp:base_site_url>
                <wp:base_blog_url>https://bench.example</wp:base_blog_url>""");
        for (int author = 1; author <= AUTHORS; author++) {
            out.printf(
                    "<wp:author><wp:author_id>%d</wp:author_id><wp:author_login>author%d</wp:author_login>"
                            + "<wp:author_email>author%d@bench.example</wp:author_email>"
                            + "<wp:author_display_name>Author %d</wp:author_display_name></wp:author>%n",
                    author + 1, author, author, author);
        }
        for (int category = 1; category <= CATEGORIES; category++) {
            out.printf(
                    "<wp:category><wp:term_id>%d</wp:term_id><wp:category_nicename>category-%d</wp:category_nicename>"
                            + "<wp:category_parent></wp:category_parent><wp:cat_name>Category %d</wp:cat_name>"
                            + "</wp:category>%n",
                    category + 1, category, category);
        }
        for (int tag = 1; tag <= TAGS; tag++) {
            out.printf(
                    "<wp:tag><wp:term_id>%d</wp:term_id><wp:tag_slug>tag-%d</wp:tag_slug>"
                            + "<wp:tag_name>Tag %d</wp:tag_name></wp:tag>%n",
                    tag + 1 + CATEGORIES, tag, tag);
        }
        for (int id = 1; id <= posts; id++) {
            post(id, FIRST.plus(ALL.multipliedBy(id).dividedBy(of)));
        }
        out.println("</channel></rss>");
    }

    private void post(int id, LocalDateTime published) {
        var number = "no%07d".formatted(id);
        var time = TIME.format(published);
        out.printf(
                "<item><title>%s %s</title><link>https://bench.example/%s/</link><dc:creator>author%d</dc:creator>"
                        + "<guid isPermaLink=\"false\">https://bench.example/?p=%d</guid>%n",
                capital(sentence(6)), number, number, 1 + random.nextInt(AUTHORS), id);
        out.printf("<content:encoded><![CDATA[%s]]></content:encoded>%n", text(id, number));
        // Half of the posts have an excerpt of their own.
        out.printf(
                "<excerpt:encoded><![CDATA[%s]]></excerpt:encoded>%n",
                id % 2 == 0 ? capital(sentence(25)) + " " + number + "." : "");
        out.printf(
                "<wp:post_id>%d</wp:post_id><wp:post_date>%s</wp:post_date><wp:post_date_gmt>%s</wp:post_date_gmt>"
                        + "<wp:post_modified>%s</wp:post_modified><wp:post_modified_gmt>%s</wp:post_modified_gmt>"
                        + "<wp:comment_status>open</wp:comment_status><wp:ping_status>closed</wp:ping_status>"
                        + "<wp:post_name>post-%s</wp:post_name><wp:status>publish</wp:status>"
                        + "<wp:post_parent>0</wp:post_parent><wp:menu_order>0</wp:menu_order>"
                        + "<wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>"
                        + "<wp:is_sticky>0</wp:is_sticky>%n",
                id, time, time, time, time, number);
        some(CATEGORIES, 1 + random.nextInt(2)).forEach(term -> term("category", "category-" + term, "Category " + term));
        some(TAGS, 4 + random.nextInt(2)).forEach(term -> term("post_tag", "tag-" + term, "Tag " + term));
        for (int comment = 0; comment < COMMENTS; comment++) {
            comment((id - 1) * COMMENTS + 1, comment, published.plusMinutes(10L + 7 * comment), number);
        }
        out.println("</item>");
    }

    /** The second and third are replies, one to the other. */
    private void comment(int first, int place, LocalDateTime at, String number) {
        out.printf(
                "<wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_author>Reader %d</wp:comment_author>"
                        + "<wp:comment_author_email>reader%d@bench.example</wp:comment_author_email>"
                        + "<wp:comment_author_url></wp:comment_author_url>"
                        + "<wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>"
                        + "<wp:comment_date>%s</wp:comment_date><wp:comment_date_gmt>%s</wp:comment_date_gmt>"
                        + "<wp:comment_content><![CDATA[%s %s.]]></wp:comment_content>"
                        + "<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>"
                        + "<wp:comment_parent>%d</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id>"
                        + "</wp:comment>%n",
                first + place, place, random.nextInt(1_000), TIME.format(at), TIME.format(at),
                capital(sentence(15 + random.nextInt(30))), number, place == 1 || place == 2 ? first + place - 1 : 0);
    }

    private void term(String taxonomy, String slug, String name) {
        out.printf("<category domain=\"%s\" nicename=\"%s\">%s</category>%n", taxonomy, slug, name);
    }

    private String text(int id, String number) {
        var text = new StringBuilder();
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            if (paragraph == 2) {
                text.append("<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">%s</h2>\n<!-- /wp:heading -->\n\n"
                        .formatted(capital(sentence(5))));
            }
            var content = capital(sentence(WORDS)) + ".";
            if (paragraph == 1) {
                content += " See <a href=\"https://www.example.org/%s\">%s</a>.".formatted(number, sentence(3));
            }
            if (paragraph == 3 && id % 100 == 7) {
                content += " The " + SEARCHED + ".";
            }
            text.append("<!-- wp:paragraph -->\n<p>%s</p>\n<!-- /wp:paragraph -->\n\n".formatted(content));
        }
        return text.append("<!-- wp:paragraph -->\n<p>%s</p>\n<!-- /wp:paragraph -->".formatted(number)).toString();
    }

    /** Different numbers from 1, low ones more often. */
    private Set<Integer> some(int of, int amount) {
        var chosen = new LinkedHashSet<Integer>();
        while (chosen.size() < amount) {
            double at = random.nextDouble();
            chosen.add(1 + (int) (of * at * Math.sqrt(at)));
        }
        return chosen;
    }

    private String sentence(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> {
                    double at = random.nextDouble();
                    return words.get((int) (words.size() * at * at));
                })
                .collect(Collectors.joining(" "));
    }

    private List<String> words() {
        var made = new LinkedHashSet<String>();
        while (made.size() < 3_000) {
            made.add(IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                    .collect(Collectors.joining()));
        }
        return new ArrayList<>(made);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
