package io.masthead.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * Attacks made of scripts that run: each address form in each attribute, and markup that confuses.
 */
final class XssPayloads {

    private static final List<String> ADDRESSES =
            List.of(
                    "javascript:alert(1)",
                    "JaVaScRiPt:alert(1)",
                    " javascript:alert(1)",
                    "java\tscript:alert(1)",
                    "java\nscript:alert(1)",
                    "\u0001javascript:alert(1)",
                    "\u00a0javascript:alert(1)",
                    "javascript&colon;alert(1)",
                    "&#106;avascript:alert(1)",
                    "&#x6A&#x61vascript:alert(1)",
                    "javascript&#58;alert(1)",
                    "java&Tab;script:alert(1)",
                    "vbscript:msgbox(1)",
                    "data:text/html,<script>alert(1)</script>",
                    "data:text/html;base64,PHNjcmlwdD4=",
                    "data:image/svg+xml,<svg onload=alert(1)>",
                    "blob:https://x.example/1",
                    "file:///etc/passwd",
                    "view-source:x",
                    "livescript:x",
                    "intent://x#Intent;end",
                    "filesystem:https://x.example/y");

    private static final List<String> ADDRESS_HOLDERS =
            List.of(
                    "<a href=\"%s\">x</a>",
                    "<img src=\"%s\">",
                    "<iframe src=\"%s\"></iframe>",
                    "<blockquote cite=\"%s\">x</blockquote>",
                    "<video poster=\"%s\" src=\"%s\"></video>");

    private static final List<String> HANDLERS =
            List.of(
                    "onclick",
                    "onerror",
                    "onload",
                    "onfocus",
                    "onmouseover",
                    "onanimationend",
                    "ontoggle",
                    "onpointerenter",
                    "onbeforetoggle",
                    "oncopy",
                    "ONERROR",
                    "onwheel");

    private static final List<String> MARKUP =
            List.of(
                    "<script>alert(1)</script>",
                    "<ScRiPt >alert(1)</sCrIpT\n>",
                    "<script src=//x.example></script>",
                    "<script/x>alert(1)</script>",
                    "<scr<script>ipt>alert(1)</scr</script>ipt>",
                    "<<script>alert(1);//<</script>",
                    "<script>alert(1)",
                    "<script>/*<!--<script>*/alert(1)//--></script></script>",
                    "<svg onload=alert(1)>",
                    "<svg/onload=alert(1)//",
                    "<svg><script>alert(1)</script></svg>",
                    "<svg><style><img src=x onerror=alert(1)></style></svg>",
                    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
                    "<svg><animate attributeName=href values=javascript:alert(1)></svg>",
                    "<svg><foreignObject><iframe srcdoc='<script>1</script>'></svg>",
                    "<svg><use href='data:image/svg+xml,x'/></svg>",
                    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
                    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
                    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
                    "<math><annotation-xml"
                            + " encoding='text/html'><script>1</script></annotation-xml>",
                    "<form><math><mtext></form><form><mglyph><style></math><img src"
                            + " onerror=alert(1)>",
                    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
                    "<title><img src=x onerror=alert(1)></title>",
                    "<textarea><img src=x onerror=alert(1)></textarea>",
                    "<xmp><img src=x onerror=alert(1)></xmp>",
                    "<noembed><img src=x onerror=alert(1)></noembed>",
                    "<noframes><img src=x onerror=alert(1)></noframes>",
                    "<plaintext><img src=x onerror=alert(1)>",
                    "<iframe><img src=x onerror=alert(1)></iframe>",
                    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                    "<iframe src=https://www.youtube.com/embed/x><script>1</script></iframe>",
                    "<iframe src=https://www.youtube.com/embed/x onload=alert(1)"
                            + " name=top></iframe>",
                    "<iframe src=https://youtube.com.evil.example/></iframe>",
                    "<object data='data:text/html,x'></object>",
                    "<object type='application/x-shockwave-flash'><param name=movie"
                            + " value=x></object>",
                    "<embed src=//x.example/y.swf>",
                    "<applet code=X></applet>",
                    "<link rel=stylesheet href=//x.example>",
                    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
                    "<base href=javascript:alert(1)//>",
                    "<style>@import '//x.example';</style>",
                    "<style>*{background:url(//x.example)}</style>",
                    "<p style='background:url(javascript:alert(1))'>x</p>",
                    "<p style=width:expression(alert(1))>x</p>",
                    "<p id=cookie name=body>x</p>",
                    "<img id=getElementById name=cookie src=/x>",
                    "<a id=x name=y href=/z>x</a>",
                    "<form action=javascript:alert(1)><input type=submit></form>",
                    "<form id=x></form><button form=x formaction=javascript:alert(1)>x</button>",
                    "<input autofocus onfocus=alert(1)>",
                    "<input type=image src=x onerror=alert(1)>",
                    "<isindex type=image src=1 onerror=alert(1)>",
                    "<select autofocus onfocus=alert(1)><option>x</select>",
                    "<keygen autofocus onfocus=alert(1)>",
                    "<details open ontoggle=alert(1)>x</details>",
                    "<dialog open onclose=alert(1)>x</dialog>",
                    "<video><source onerror=alert(1)></video>",
                    "<video src=x onerror=alert(1)></video>",
                    "<audio src onloadstart=alert(1)>",
                    "<track kind=captions src=javascript:alert(1)>",
                    "<picture><source srcset='javascript:alert(1)'><img src=x></picture>",
                    "<img srcset='x 1x, data:text/html,x 2x'>",
                    "<img src=x:x onerror\n=alert(1)>",
                    "<img/src=x/onerror=alert(1)>",
                    "<img src='x'onerror=alert(1)>",
                    "<img \"\"\"><script>alert(1)</script>\">",
                    "<img src=`x`onerror=alert(1)>",
                    "<img title='<script>alert(1)</script>' src=/x>",
                    "<img alt='\"><script>alert(1)</script>'>",
                    "<image src=x onerror=alert(1)>",
                    "<body onload=alert(1)>x</body>",
                    "<html onclick=alert(1)><head><script>1</script></head>x",
                    "<frameset onload=alert(1)><frame src=x></frameset>",
                    "<marquee onstart=alert(1)>x</marquee>",
                    "<portal src=javascript:alert(1)></portal>",
                    "<template><script>alert(1)</script></template>",
                    "<slot onslotchange=alert(1)>x</slot>",
                    "<x onclick=alert(1) contenteditable>x</x>",
                    "<custom-element onfocus=alert(1) tabindex=1>x</custom-element>",
                    "<a href=/x onclick=alert(1) ping=//x.example download>x</a>",
                    "<a target=_blank rel=opener href=//x.example>x</a>",
                    "<!--><img src=x onerror=alert(1)>-->",
                    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                    "<!-- --!><img src=x onerror=alert(1)> -->",
                    "<![CDATA[<img src=x onerror=alert(1)>]]>",
                    "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>",
                    "<?xml-stylesheet href='javascript:alert(1)'?><b>x</b>",
                    "<!DOCTYPE html [<!ENTITY x 'y'>]><p>&x;</p>",
                    "</p><script>alert(1)</script>",
                    "<p/onclick=alert(1)>x",
                    "<b\u0000onclick=alert(1)>x</b>",
                    "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                    "<table background=javascript:alert(1)><td background=javascript:1>x",
                    "<table><caption><script>1</script></caption><style></style></table>",
                    "<table><tr><td><form><input></table><script>1</script>",
                    "<div datasrc=x dataformatas=html datafld=y>x</div>",
                    "<div itemscope is=x part=y slot=z contextmenu=w>x</div>",
                    "<a href='https://x.example/\"><script>alert(1)</script>'>x</a>",
                    "<a href=\"/x\" href=\"javascript:alert(1)\">x</a>",
                    "<a href=\"javascript:alert(1)\" href=\"/x\">x</a>",
                    "&lt;script&gt;alert(1)&lt;/script&gt;",
                    "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
                    "<q cite='javascript:x' onclick=alert(1)>x</q>",
                    "<del cite=javascript:x datetime='\" onclick=1'>x</del>",
                    "<li value='\"><script>1</script>'>x",
                    "<time datetime='x' onclick=1>x</time>",
                    "<p class='\"><img src=x onerror=1>'>x</p>");

    private XssPayloads() {}

    static Stream<String> all() {
        var addresses =
                ADDRESS_HOLDERS.stream()
                        .flatMap(holder -> ADDRESSES.stream().map(a -> holder.replace("%s", a)));
        var handlers =
                HANDLERS.stream()
                        .flatMap(
                                handler ->
                                        Stream.of("p", "a", "img", "em")
                                                .map(e -> "<" + e + " " + handler + "=alert(1)>x"));
        return Stream.of(addresses, handlers, MARKUP.stream()).flatMap(s -> s);
    }
}
