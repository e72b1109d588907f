package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.text.content.CommentContent;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.wordpress.UnknownShortcodes;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites show becomes a player of theirs, or a link. */
class EmbeddedPlayersTest {

    private static final String VIDEO = "https://www.youtube.com/embed/abcdefghijk";

    @AfterEach
    void forget_more_hosts() {
        EmbedHosts.add(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=abcdefghijk",
                "a\n\nhttps://youtu.be/abcdefghijk\n\nb",
                "a\nhttps://youtu.be/abcdefghijk \r\nb",
                "http://www.youtube.com/watch?feature=x&amp;v=abcdefghijk",
                "https://m.youtube.com/shorts/abcdefghijk?si=x",
                "<p>https://www.youtube.com/live/abcdefghijk</p>",
                "<!-- wp:embed {\"url\":\"https://youtu.be/abcdefghijk\"} --><figure class=\"wp-block-embed\"><div"
                        + " class=\"wp-block-embed__wrapper\">\nhttps://youtu.be/abcdefghijk\n</div></figure>"
                        + "<!-- /wp:embed -->",
                "[embed]https://youtu.be/abcdefghijk[/embed]",
                "[embed width=\"3\"]https://youtu.be/abcdefghijk[/embed]",
                "[youtube=http://www.youtube.com/watch?v=abcdefghijk&w=640&h=385]",
                "[youtube http://www.youtube.com/watch?v=abcdefghijk&amp;w=640]",
                "[youtube]abcdefghijk[/youtube]",
                "[youtube abcdefghijk]",
                "[youtube id=\"abcdefghijk\" width=\"3\"]",
                "<iframe src=\"http://www.youtube.com/embed/abcdefghijk\"></iframe>",
                "<object width=\"425\"><param name=\"movie\" value=\"http://www.youtube.com/v/abcdefghijk&hl=en\" /><embed"
                        + " src=\"http://www.youtube.com/v/abcdefghijk&hl=en\" width=\"425\"></embed></object>",
                "<embed src=\"//www.youtube-nocookie.com/v/abcdefghijk\">",
            })
    void a_post_of_wordpress_shows_the_player_of_a_video(String source) {
        assertThat(players(source, ContentFormat.WORDPRESS)).containsExactly(VIDEO);
        assertThat(players(SourceFilter.filter(source, ContentFormat.WORDPRESS), ContentFormat.WORDPRESS))
                .containsExactly(VIDEO);
        assertThat(ContentRenderer.render(source, ContentFormat.WORDPRESS).html())
                .doesNotContain("[", "<object", "<p></p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://youtu.be/abcdefghijk?t=42 | https://www.youtube.com/embed/abcdefghijk?start=42",
                "https://www.youtube.com/playlist?list=PLabcdefghijk"
                        + " | https://www.youtube.com/embed/videoseries?list=PLabcdefghijk",
                "https://vimeo.com/channels/staffpicks/76979871 | https://player.vimeo.com/video/76979871",
                "http://vimeo.com/moogaloop.swf?clip_id=76979871&amp;server=x | https://player.vimeo.com/video/76979871",
                "[vimeo 76979871] | https://player.vimeo.com/video/76979871",
                "[vimeo clip_id='76979871'] | https://player.vimeo.com/video/76979871",
                "[dailymotion id=x7tgcev] | https://www.dailymotion.com/embed/video/x7tgcev",
                "https://dai.ly/x7tgcev | https://www.dailymotion.com/embed/video/x7tgcev",
                "[soundcloud url=\"https://api.soundcloud.com/tracks/1\" params=\"a=b\" width=\"1\"]"
                        + " | https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1",
                "[spotify spotify:track:6rqhFgbbKwnb9MLmUQDhG6] | https://open.spotify.com/embed/track/6rqhFgbbKwnb9MLmUQDhG6",
                "https://open.spotify.com/intl-de/episode/6rqhFgbbKwnb9MLmUQDhG6?si=x"
                        + " | https://open.spotify.com/embed/episode/6rqhFgbbKwnb9MLmUQDhG6",
                "https://datawrapper.dwcdn.net/aBc12/3/ | https://datawrapper.dwcdn.net/aBc12/",
                "https://public.flourish.studio/visualisation/123/ | https://flo.uri.sh/visualisation/123/embed",
                "https://www.documentcloud.org/documents/20059068-a-report"
                        + " | https://embed.documentcloud.org/documents/20059068-a-report/?embed=1",
                "https://twitter.com/a/status/1234567890"
                        + " | https://platform.twitter.com/embed/Tweet.html?id=1234567890",
                "https://www.tiktok.com/@a.b/video/6718335390845095173"
                        + " | https://www.tiktok.com/embed/v2/6718335390845095173",
                "https://www.instagram.com/reel/C0ffee12345/?x=y | https://www.instagram.com/reel/C0ffee12345/embed",
                "https://podcasts.apple.com/us/podcast/a/id1?i=2 | https://embed.podcasts.apple.com/us/podcast/a/id1?i=2",
                "https://www.scribd.com/document/123/A-b | https://www.scribd.com/embeds/123/content",
                "<iframe src=\"https://www.google.com/maps/embed?pb=x\"></iframe> | https://www.google.com/maps/embed?pb=x",
            })
    void addresses_alone_lead_to_players(String source, String player) {
        assertThat(players(source, ContentFormat.WORDPRESS)).containsExactly(player);
        assertThat(EmbedHosts.allows(player)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://youtu.be/abcdefghijk for it",
                "https://youtu.be/abcdefghijk and https://youtu.be/abcdefghijk",
                "<pre>\nhttps://youtu.be/abcdefghijk\n</pre>",
                "<code>[youtube abcdefghijk]</code>",
                "[code]\nhttps://youtu.be/abcdefghijk\n[/code]",
                "<b>x</b>https://youtu.be/abcdefghijk",
                "https://youtu.be/abcdefghijk<b>x</b>",
                "https://example.org/watch?v=abcdefghijk",
                "https://www.youtube.com.evil.example/watch?v=abcdefghijk",
                "https://evil.example/https://youtu.be/abcdefghijk",
                "https://www.youtube.com/watch?v=\"onload=",
                "<iframe src=\"https://www.google.com/maps/../url?q=x\"></iframe>",
                "<iframe src=\"https://www.google.com/search\"></iframe>",
            })
    void other_addresses_stay_words(String source) {
        assertThat(players(source, ContentFormat.WORDPRESS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<iframe src=\"https://x.example/a?b&amp;c\">d</iframe>",
                "<iframe src='//x.example/a?b&amp;c'>",
                "[embed]https://x.example/a?b&amp;c[/embed]",
                "<object data=\"https://x.example/a?b&amp;c\"></object>",
            })
    void what_is_not_allowed_leaves_a_link(String source) {
        assertThat(ContentRenderer.render(source, ContentFormat.WORDPRESS)
                        .html()
                        .strip())
                .isEqualTo("<p><a href=\"https://x.example/a?b&amp;c\">https://x.example/a?b&amp;c</a></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://youtu.be/abcdefghijk",
                "<https://youtu.be/abcdefghijk>",
                "a\n\nhttps://youtu.be/abcdefghijk\n\nb",
                "<iframe src=\"http://www.youtube.com/embed/abcdefghijk\"></iframe>",
            })
    void markdown_shows_players_too(String source) {
        assertThat(players(source, ContentFormat.MARKDOWN)).containsExactly(VIDEO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>https://youtu.be/abcdefghijk</p>",
                "<p><a href=\"https://youtu.be/abcdefghijk\">https://youtu.be/abcdefghijk</a></p>",
                "<object data=\"http://www.youtube.com/v/abcdefghijk\"></object>",
            })
    void html_shows_players_too(String source) {
        assertThat(players(source, ContentFormat.HTML)).containsExactly(VIDEO);
    }

    @Test
    void a_named_link_stays_a_link() {
        assertThat(players("<p><a href=\"https://youtu.be/abcdefghijk\">film</a></p>", ContentFormat.HTML))
                .isEmpty();
        assertThat(players("[film](https://youtu.be/abcdefghijk)", ContentFormat.MARKDOWN))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void comments_never_have_players(ContentFormat format) {
        var html =
                CommentContent.html("https://youtu.be/abcdefghijk\n\n<iframe src=\"" + VIDEO + "\"></iframe>", format);
        assertThat(html).contains("youtu.be/abcdefghijk").doesNotContain("<iframe");
    }

    @Test
    void the_operator_may_allow_more_hosts() {
        var source = "<iframe src=\"https://charts.example/1\"></iframe>";
        assertThat(players(source, ContentFormat.HTML)).isEmpty();
        EmbedHosts.add(List.of("charts.example"));
        assertThat(players(source, ContentFormat.HTML)).containsExactly("https://charts.example/1");
        assertThat(SourceFilter.filter(source, ContentFormat.HTML)).isEqualTo(source);
        assertThat(EmbedHosts.isHost("charts.example")).isTrue();
        assertThat(EmbedHosts.isHost("https://charts.example/")).isFalse();
    }

    @Test
    void links_in_place_of_players_are_counted() {
        var source = "<iframe src=\"https://a.example/1\"></iframe><iframe src='//a.example/2'></iframe>"
                + "<object data=\"https://b.example/\"><a href=\"https://b.example/\">B</a></object>"
                + "<iframe src=\"https://count.example/\" width=\"1\"></iframe><iframe src=\"" + VIDEO + "\"></iframe>"
                + "[code]<iframe src='https://c.example/'></iframe>[/code]";
        assertThat(EmbeddedPlayers.hostsOfLinks(source))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a.example", 2, "b.example", 1));
        assertThat(UnknownShortcodes.names(
                        "[vc_row a=b][youtube abcdefghijk][gallery][code][x_y][/code] [sic] [note]z[/note]"))
                .containsExactly("[note]", "[vc_row]");
    }

    private static List<String> players(String source, ContentFormat format) {
        var frames = Jsoup.parse(ContentRenderer.render(source, format).html()).select("iframe");
        assertThat(frames).allMatch(frame -> frame.hasAttr("sandbox"));
        return frames.eachAttr("src");
    }
}
