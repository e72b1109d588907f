package io.masthead.media.svg;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanSvgTest {

    private static final String SPACES =
            "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    @TempDir
    Path folder;

    @Test
    void what_draws_stays() throws Exception {
        var drawing = """
                <svg %s viewBox="0 0 40 30" width="40" height="30">\
                <title>Ferry &amp; pier</title>\
                <defs><linearGradient id="sea"><stop offset="0" stop-color="#08c"></stop></linearGradient></defs>\
                <style>.hull { fill: url(#sea); stroke: red }</style>\
                <g transform="translate(1 2)"><path class="hull" d="M0 0L10 10z" style="fill-opacity: .5"></path></g>\
                <use xlink:href="#sea" x="3"></use><use href="#sea"></use>\
                <text x="1" xml:space="preserve">Fähre  \uD83D\uDEA2</text>\
                <image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"></image>\
                </svg>""".formatted(SPACES);

        assertThat(clean(drawing)).isEqualTo(drawing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script xlink:href='https://evil.example/x.js'/>",
                "<g><g><script>alert(1)</script></g></g>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></body></foreignObject>",
                "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
                "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/>",
                "<a href='javascript:alert(1)'><text>alert</text></a>",
                "<a xlink:href='https://evil.example'><text>alert</text></a>",
                "<path onload='alert(1)' d='M0 0'/>",
                "<path onclick='alert(1)'/>",
                "<path ONLOAD='alert(1)'/>",
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<set attributeName='onmouseover' to='alert(1)'/>",
                "<use href='https://evil.example/x.svg#alert'/>",
                "<use xlink:href='data:image/svg+xml;base64,alert'/>",
                "<use href='&#x6a;avascript:alert(1)'/>",
                "<image href='https://evil.example/alert.png'/>",
                "<image xlink:href='data:image/svg+xml;base64,alert'/>",
                "<image href='data:text/html;base64,alert'/>",
                "<feImage href='https://evil.example/alert.png'/>",
                "<rect fill='url(https://evil.example/#alert)'/>",
                "<rect style='background: url(https://evil.example/alert)'/>",
                "<rect style='fill: u\\72l(https://evil.example/alert)'/>",
                "<rect style='width: expression(alert(1))'/>",
                "<style>@import 'https://evil.example/alert.css';</style>",
                "<style>rect { fill: url( 'https://evil.example/alert' ) }</style>",
                "<style>@font-face { src: url(https://evil.example/alert) }</style>",
                "<style><![CDATA[@import url(//evil.example/alert);]]></style>",
                "<style>a{}</style ><style>*{background:image-set('//evil.example/alert' 1x)}</style>",
                "<iframe src='https://evil.example/alert'/>",
                "<embed src='alert'/>",
                "<handler xmlns='http://www.w3.org/2001/xml-events'>alert(1)</handler>",
                "<!-- alert -->",
                "<?xml-stylesheet href='https://evil.example/alert.css'?>",
                "<metadata>alert</metadata>",
                "<rect data-x='alert' xml:base='https://evil.example/alert'/>",
                "<script><script>alert</script></script>",
                "<title><script>alert(1)</script></title>"
            })
    void s31_what_runs_or_loads_is_left_out(String attack) throws Exception {
        var cleaned = clean("<svg %s>%s<rect width='1'/></svg>".formatted(SPACES, attack));

        assertThat(cleaned).doesNotContainIgnoringCase("alert").doesNotContain("evil", "script", "://evil");
        assertThat(cleaned).contains("<rect width=\"1\"></rect></svg>");
    }

    @Test
    void text_that_looks_like_markup_stays_text() throws Exception {
        var cleaned = clean(
                "<svg %s><text>&lt;script&gt;alert(1)&lt;/script&gt;<![CDATA[<b>]]></text></svg>".formatted(SPACES));

        assertThat(cleaned).contains("&lt;script").doesNotContain("<script", "<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<svg/>",
                "<svg xmlns='http://www.w3.org/1999/xhtml'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "no xml",
                "",
                "<!DOCTYPE svg [<!ENTITY a 'alert'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>"
            })
    void what_is_no_svg_or_uses_entities_is_refused(String text) {
        assertThatThrownBy(() -> clean(text)).isInstanceOf(SvgRefusedException.class);
    }

    @Test
    void a_document_type_without_entities_is_left_out() throws Exception {
        var cleaned = clean("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
                + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg %s><rect/></svg>".formatted(SPACES));

        assertThat(cleaned).startsWith("<svg").doesNotContain("DOCTYPE");
    }

    @Test
    void bombs_are_refused() {
        var deep = "<g>".repeat(200) + "</g>".repeat(200);
        var wide = "<g/>".repeat(100_001);
        var uses = "<use href='#a'/>".repeat(201);
        for (var bomb : new String[] {deep, wide, uses}) {
            assertThatThrownBy(() -> clean("<svg %s>%s</svg>".formatted(SPACES, bomb)))
                    .isInstanceOf(SvgRefusedException.class);
        }
        assertThatThrownBy(() -> clean("<svg %s><text>%s</text></svg>".formatted(SPACES, " ".repeat(6 << 20))))
                .hasMessageContaining("at most 5 MB");
    }

    @Test
    void parts_that_repeat_others_are_not_repeated() {
        var levels = new StringBuilder("<rect id='g0' width='1'/>");
        for (int i = 1; i <= 30; i++) {
            levels.append("<g id='g%1$d'><use href='#g%2$d'/><use href='#g%2$d'/></g>".formatted(i, i - 1));
        }

        assertThatThrownBy(() -> clean("<svg %s>%s<use href='#g30'/></svg>".formatted(SPACES, levels)))
                .hasMessage("The SVG repeats parts that repeat others.");
    }

    @Test
    void what_is_dropped_may_be_as_deep_as_it_likes() throws Exception {
        var deep = "<metadata>" + "<x>".repeat(50_000) + "</x>".repeat(50_000) + "</metadata>";

        assertThat(clean("<svg %s>%s</svg>".formatted(SPACES, deep))).doesNotContain("x>");
    }

    @Test
    void other_encodings_become_utf_8() throws Exception {
        var source = folder.resolve("utf16.svg");
        Files.write(
                source,
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><svg %s><text>Fähre</text><script>alert</script></svg>"
                        .formatted(SPACES)
                        .getBytes(UTF_16));
        var target = folder.resolve("target.svg");

        CleanSvg.write(source, target);

        assertThat(Files.readString(target)).contains("Fähre").doesNotContain("alert");
    }

    @ParameterizedTest
    @CsvSource({
        "width='40' height='30', 40, 30",
        "width='40px' height='29.6px', 40, 30",
        "viewBox='0 0 80 60', 80, 60",
        "width='100%' height='100%' viewBox='-1 -1.5 80 60', 80, 60",
        "width='10mm' height='30', ,",
        "width='99999999999' height='1', ,",
        "'', ,"
    })
    void the_size_is_that_of_the_root(String attributes, Integer width, Integer height) throws Exception {
        var source = source("<svg %s %s/>".formatted(SPACES, attributes));

        assertThat(CleanSvg.write(source, folder.resolve("target.svg"))).isEqualTo(new SvgSize(width, height));
    }

    @Test
    void what_was_cleaned_is_not_changed_again() throws Exception {
        var once = clean(
                "<svg %s><style>.a{fill:red}</style><rect style='fill:blue' onload='x'/></svg>".formatted(SPACES));

        assertThat(clean(once)).isEqualTo(once);
    }

    private String clean(String svg) throws Exception {
        var target = folder.resolve(UUID.randomUUID() + ".svg");
        CleanSvg.write(source(svg), target);
        return Files.readString(target);
    }

    private Path source(String svg) throws IOException {
        return Files.write(folder.resolve(UUID.randomUUID() + ".in"), svg.getBytes(UTF_8));
    }
}
