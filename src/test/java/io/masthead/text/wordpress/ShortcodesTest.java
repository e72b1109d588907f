package io.masthead.text.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WordPress' own shortcodes, and those for code. */
class ShortcodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[caption id=\"a_1\" width=\"9\" caption=\"Old <em>text</em>\"]<a href=\"/b\"><img src=\"/a.png\"></a>[/caption]"
                        + " | <p><figure id=\"a_1\" aria-describedby=\"caption-a-1\" style=\"width: 9px\""
                        + " class=\"wp-caption alignnone\"><a href=\"/b\"><img decoding=\"async\" src=\"/a.png\"></a>"
                        + "<figcaption id=\"caption-a-1\" class=\"wp-caption-text\">Old <em>text</em></figcaption></figure></p>",
                "[caption id='x y' caption='Old']<img src=\"/a.png\">[/caption]"
                        + " | <p><figure class=\"wp-caption alignnone\"><img decoding=\"async\" src=\"/a.png\">"
                        + "<figcaption class=\"wp-caption-text\">Old</figcaption></figure></p>",
            })
    void captions_of_the_old_form_are_figures_too(String source, String html) {
        assertThat(WordPressRendering.content(source).strip()).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[audio src=\"https://x.example/a.mp3\"]"
                        + " | <audio class=\"wp-audio-shortcode\" preload=\"none\" controls=\"controls\""
                        + " src=\"https://x.example/a.mp3\">"
                        + "<a href=\"https://x.example/a.mp3\">https://x.example/a.mp3</a></audio>",
                "[audio https://x.example/a.mp3]"
                        + " | <audio class=\"wp-audio-shortcode\" preload=\"none\" controls=\"controls\""
                        + " src=\"https://x.example/a.mp3\">"
                        + "<a href=\"https://x.example/a.mp3\">https://x.example/a.mp3</a></audio>",
                "[video width=\"9\" height=\"8\" mp4=\"/a.mp4\" poster=\"/a.png\" loop=\"true\"][/video]"
                        + " | <video class=\"wp-video-shortcode\" width=\"9\" height=\"8\" poster=\"/a.png\" preload=\"metadata\""
                        + " loop=\"1\" controls=\"controls\" src=\"/a.mp4\"><a href=\"/a.mp4\">/a.mp4</a></video>",
                "[audio src=\"javascript:x\"] | <p>[audio src=\"javascript:x\"]</p>",
                "[video] | <p>[video]</p>",
            })
    void files_have_the_player_of_the_browser(String source, String html) {
        assertThat(WordPressRendering.content(source).strip()).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[sourcecode language=\"html\"]~<form>~~\"a\" && [gallery]~</form>~[/sourcecode]"
                        + " | <pre class=\"wp-block-code\"><code class=\"language-html\">&lt;form&gt;~~\"a\" &amp;&amp;"
                        + " &#91;gallery]~&lt;/form&gt;</code></pre>",
                "[code]a &lt; b -- c[/code] | <pre class=\"wp-block-code\"><code>a &lt; b -- c</code></pre>",
                "[php]$a;[/php] | <pre class=\"wp-block-code\"><code class=\"language-php\">$a;</code></pre>",
                "[code lang='\"><b>']x[/code] | <pre class=\"wp-block-code\"><code>x</code></pre>",
                "[code]x | <p>[code]x</p>",
            })
    void code_is_code(String source, String html) {
        var written = source.replace('~', '\n');
        var expected = html.replace('~', '\n');
        assertThat(WordPressRendering.content(written).strip()).isEqualTo(expected);
        assertThat(WordPressRendering.content(SourceFilter.filter(written, ContentFormat.WORDPRESS))
                        .strip())
                .isEqualTo(expected);
    }
}
