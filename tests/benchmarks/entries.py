"""Entries as programs and people make them, 127 kinds with invented words, to be looked at and timed.

python -m tests.benchmarks.entries [KIND ...]    prints two of each, as they come and as a pipe shows them
"""

# ruff: noqa: E501 - real entries have long lines

import random
import sys
from collections.abc import Callable

from tests.benchmarks.newsrooms import NEWSROOMS
from tests.benchmarks.platforms import PLATFORMS
from tests.benchmarks.wild import WILD
from tuinews.model import Article
from tuinews.sharing.linear import linear
from tuinews.text.loose import readable

NAMES = ("Ada Vell", "Boris Tamm", "Elin Sund", "Jo Marr", "Tove Kelm")
SENTENCES = (
    "The ferry left at ten, as full as it had ever been on a Monday.",
    "Nobody on the quay had seen such a tide since the winter of the long ice.",
    "“It will rain,” the harbour master told the gulls, who had known it since the morning.",
    "The council votes on Thursday; until then the old bridge stays open for bicycles.",
    "In the spring of that year the islands had 1,204 people and nine hundred sheep.",
    "What remains is a question of money, and of who is asked to give it.",
)


class Draw:
    """Draws words and markup from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def text(self, number: int = 2) -> str:
        return " ".join(self.random.choice(SENTENCES) for _ in range(number))

    def rich(self, number: int = 3) -> str:
        words = self.text(number).split(" ")
        for _ in range(number):
            place = self.random.randrange(len(words))
            kind = self.random.choice(
                ("a href='https://kelm.example/x?utm_source=feed&id=4'", "em", "strong", "code", "i", "b")
            )
            words[place] = f"<{kind}>{words[place]}</{kind.split()[0]}>"
        return " ".join(words)

    def paragraphs(self, number: int) -> str:
        return "\n".join(f"<p>{self.rich()}</p>" for _ in range(number))

    def name(self) -> str:
        return self.random.choice(NAMES)


def _wordpress(d: Draw) -> str:
    return f"""<figure class="wp-block-image size-large"><img decoding="async" loading="lazy" width="1024" height="683" src="https://kelm.example/q-1024.jpg" alt="The quay at dawn" srcset="https://kelm.example/q.jpg 1024w"/><figcaption class="wp-element-caption">The quay. Photo: {d.name()}</figcaption></figure>
<p class="has-drop-cap">{d.rich()}</p><h2 class="wp-block-heading" id="h-a">What happened</h2>{d.paragraphs(2)}
<ul class="wp-block-list"><li>{d.rich(1)}</li><li>{d.rich(1)}<ul><li>{d.text(1)}</li></ul></li></ul>
<p>{d.text(1)} <a href="https://kelm.example/more/" class="more-link">Continue reading <span class="screen-reader-text">The quay</span> <span class="meta-nav">&rarr;</span></a></p>
<p>The post <a href="https://kelm.example/p">The quay</a> appeared first on <a href="https://kelm.example">Kelm</a>.</p>"""


def _letter(d: Draw) -> str:
    return f"""<div class="captioned-image-container"><figure><a class="image-link" target="_blank" href="https://cdn.example/a.jpg"><div class="image2-inset"><picture><source type="image/webp" srcset="https://cdn.example/a.webp 424w"><img src="https://cdn.example/a.jpg" width="1456" height="970" alt="" title=""></picture><div class="image-link-expand"><div><button><svg></svg></button></div></div></div></a><figcaption class="image-caption">{d.text(1)}</figcaption></figure></div>
{d.paragraphs(3)}<div class="subscription-widget-wrap"><div class="preamble"><p class="cta-caption">Thanks for reading! Subscribe for free to receive new posts.</p></div><form class="subscription-widget-subscribe"><input type="email"><input type="submit" value="Subscribe"></form></div>
<blockquote><p>{d.text()}</p><p>— {d.name()}</p></blockquote><div><hr></div><h3 class="header-anchor-post">Notes<div class="pencraft"><button>Copy</button></div></h3>{d.paragraphs(1)}
<p>As said before<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a>.</p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" contenteditable="false">1</a><div class="footnote-content"><p>{d.text(1)}</p></div></div>"""


def _podcast(d: Draw) -> str:
    rows = "".join(f"<br>({n * 7:02}:{n * 3:02}) {d.text(1)[:40]}" for n in range(6))
    return f"""<p>{d.name()} talks to {d.name()} about the sea.</p><p><strong>Timestamps:</strong>{rows}</p><p>Links:<br />- <a href="https://a.example">Book</a><br />- <a href="https://b.example">Film</a></p>
<p>Support us: <a href="https://pay.example/?utm_campaign=pod">https://pay.example/</a></p><p>Learn more about your ad choices. Visit <a href="https://ads.example">ads.example/choices</a></p>"""


def _code(d: Draw) -> str:
    return f"""<p>{d.rich()}</p><div class="highlight"><pre tabindex="0" style="color:#f8f8f2"><code class="language-python" data-lang="python"><span style="display:flex;"><span><span style="color:#66d9ef">def</span> tide(hour):
</span></span><span style="display:flex;"><span>    <span style="color:#66d9ef">return</span> hour <span>&lt;</span> 12
</span></span></code></pre></div><p>Then run <code>tide --now</code> or <kbd>Ctrl</kbd>+<kbd>C</kbd>:</p><pre><code>$ tide --now
high

$ echo "x &amp; y"
</code></pre><ol start="3"><li><p>{d.rich(1)}</p><pre>a
  b</pre></li><li><p>{d.rich(1)}</p></li></ol>"""


def _table(d: Draw) -> str:
    rows = "".join(
        f"<tr><td>{d.name()}</td><td align=right>{d.random.randint(1, 900)}</td><td>{d.rich(1)}</td></tr>"
        for _ in range(4)
    )
    return f"""<p>{d.text()}</p><table class="sortable"><caption>Votes by island</caption><thead><tr><th>Name</th><th>Votes</th><th>Note</th></tr></thead><tbody>{rows}</tbody><tfoot><tr><td>Sum</td><td colspan=2>1,204</td></tr></tfoot></table><p>{d.text(1)}</p>"""


def _mail(d: Draw) -> str:
    cells = "".join(
        f"""<tr><td style="padding:20px"><table width="100%"><tr><td><a href="https://k.example/{n}"><img src="https://k.example/{n}.png" width="180" alt=""></a></td><td><h3 style="margin:0"><a href="https://k.example/{n}">{d.text(1)}</a></h3><p>{d.rich(1)}</p></td></tr></table></td></tr>"""
        for n in range(3)
    )
    return f"""<div style="display:none;max-height:0">Preview text &zwnj;&nbsp;&zwnj;&nbsp;</div><table role="presentation" width="600" cellpadding="0"><tr><td align="center"><img src="https://k.example/logo.png" alt="Kelm Weekly" width="120"></td></tr>{cells}<tr><td><hr></td></tr><tr><td style="font-size:11px">You get this because you asked for it. <a href="https://k.example/u">Unsubscribe</a></td></tr></table><img src="https://k.example/open.gif" width="1" height="1">"""


def _gallery(d: Draw) -> str:
    figures = "".join(
        f'<figure class="gallery-item"><a href="https://k.example/{n}"><img src="https://k.example/{n}.jpg" alt="Boat {n}"></a><figcaption>Boat {n}, by {d.name()}</figcaption></figure>'
        for n in range(5)
    )
    return f'<p>{d.text(1)}</p><div class="gallery">{figures}</div><p>{d.text(1)}</p><img src="data:image/gif;base64,R0lGOD" data-src="https://k.example/late.jpg" alt="Late">'


def _forum(d: Draw) -> str:
    return f"""<!-- SC_OFF --><div class="md"><p>{d.rich()}</p>\n\n<p>Edit: {d.text(1)}</p>\n\n<blockquote>\n<p>{d.text(1)}</p>\n</blockquote>\n\n<p>&#39;Tis &quot;so&quot; &amp;amp; more.</p>\n</div><!-- SC_ON --> &#32; submitted by &#32; <a href="https://r.example/u"> /u/{d.name().split()[0]} </a> <br/> <span><a href="https://r.example/l">[link]</a></span> &#32; <span><a href="https://r.example/c">[comments]</a></span>"""


def _social(d: Draw) -> str:
    return f"""<p><span class="h-card"><a href="https://m.example/@ada" class="u-url mention">@<span>ada</span></a></span> {d.text(1)}<br>{d.text(1)}</p><p><a href="https://m.example/tags/tide" class="mention hashtag" rel="tag">#<span>tide</span></a> <a href="https://very.example/long/path" rel="nofollow"><span class="invisible">https://</span><span class="ellipsis">very.example/long</span><span class="invisible">/path</span></a></p>"""


def _embed(d: Draw) -> str:
    return f"""<p>{d.text()}</p><blockquote class="twitter-tweet" data-width="550"><p lang="en" dir="ltr">{d.text(1)} <a href="https://t.example/x">pic.t.example/x</a></p>&mdash; {d.name()} (@kelm) <a href="https://t.example/s/1">November 23, 2026</a></blockquote><script async src="https://t.example/w.js"></script>
<div class="video"><iframe src="https://v.example/embed/1" title="The tide, explained" allowfullscreen></iframe></div><audio controls src="https://k.example/a.mp3"><a href="https://k.example/a.mp3">Download</a></audio><noscript><img src="x"></noscript><p>{d.text(1)}</p>"""


def _definitions(d: Draw) -> str:
    return f"""<dl><dt>Tide</dt><dd>{d.text(1)}</dd><dt>Quay</dt><dd><p>{d.rich(1)}</p></dd></dl><details><summary>More</summary><p>{d.text(1)}</p></details><p>H<sub>2</sub>O, E = mc<sup>2</sup>, the 3<sup>rd</sup>; <abbr title="High Water">HW</abbr> <del>ten</del> <ins>eleven</ins> <mark>now</mark> <q>so</q>.</p>"""


def _breaks(d: Draw) -> str:
    return "<br>\n<br>\n".join(d.rich() for _ in range(5)) + f"<br/><br/>-- <br/>{d.name()}<br/>Kelm 4<br/>"


def _interview(d: Draw) -> str:
    return "".join(
        f"<p><strong>Kelm: {d.text(1)}</strong></p><p><b>{d.name()}:</b> {d.text()}</p>" for _ in range(4)
    )


def _live(d: Draw) -> str:
    return "".join(
        f'<article class="post"><time datetime="2026-11-23T1{n}:00">1{n}:00</time><h4>{d.text(1)}</h4><div>{d.text()}</div></article>'
        for n in range(4)
    )


def _recipe(d: Draw) -> str:
    return f"""<h2>You need</h2><ul>{"".join(f"<li>{n} &frac12; cups of {d.random.choice(('flour', 'salt', 'water'))}</li>" for n in range(1, 4))}</ul><h2>Do this</h2><ol><li>{d.text(1)}</li>\n<li>{d.text(1)}<p>Wait.</p></li>\n<li>{d.text(1)}</li></ol>"""


def _scripts(d: Draw) -> str:
    return f"""<p dir="rtl" lang="he">שלום, אמרה עדה וול. {d.name()}</p><p lang="ja"><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>の橋が開通した。</p><p lang="de">„Es wird regnen“, sagte der Hafenmeister – wieder einmal…</p><p>Ünïcödé &eacute;&#233;&#xe9; 🙂 👩‍👩‍👧 🇸🇪</p>"""


def _word(d: Draw) -> str:
    return f"""<p class="MsoNormal" style="margin:0cm"><span style="font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif"><o:p></o:p>{d.text()}</span></p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal"><b><u><span lang="EN">{d.text(1)}</span></u></b><!--[if !supportLists]-->·<span style="font:7pt">&nbsp;&nbsp;&nbsp;</span><!--[endif]-->{d.text(1)}</p><font face="Arial"><center>* * *</center></font>"""


def _release(d: Draw) -> str:
    return f"""<h2>What's Changed</h2>\n<ul>\n<li>Tide is read by <a class="user-mention" href="https://g.example/ada">@ada</a> in <a class="issue-link" href="https://g.example/1">#12</a></li>\n<li><code>tide()</code> is gone</li>\n<li class="task-list-item"><input type="checkbox" checked disabled> {d.text(1)}</li></ul>\n<p><strong>Full Changelog</strong>: <a class="commit-link" href="https://g.example/c"><tt>v1...v2</tt></a></p>"""


def _escaped(d: Draw) -> str:
    return f"<p>{d.text(1)} &lt;b&gt;not bold&lt;/b&gt; 3 &lt; 4 &amp;&amp; 5 > 2</p><p>[bold]brackets[/bold] {{curly}} \\n</p>"


def _broken(d: Draw) -> str:
    return f"<p>{d.text(1)}<p><b>{d.text(1)}<i>and</b> so</i><li>item<li>item</ul></div></p><table><td>cell<tr><td>{d.text(1)}<a href='x'>unclosed"


KINDS: dict[str, Callable[[Draw], str]] = {
    "wordpress": _wordpress, "letter": _letter, "podcast": _podcast, "code": _code, "table": _table, "mail": _mail,
    "gallery": _gallery, "forum": _forum, "social": _social, "embed": _embed, "definitions": _definitions,
    "breaks": _breaks, "interview": _interview, "live": _live, "recipe": _recipe, "scripts": _scripts, "word": _word,
    "release": _release, "escaped": _escaped, "broken": _broken, **WILD, **PLATFORMS, **NEWSROOMS,
}  # fmt: skip


def entries(of_each: int = 10) -> dict[str, list[str]]:
    """Return entries of every kind, the same ones each time, by kind."""
    return {kind: [make(Draw(number)) for number in range(of_each)] for kind, make in KINDS.items()}


def main(*kinds: str) -> None:
    """Print two entries of each kind, what came and what is shown."""
    for kind in kinds or KINDS:
        for number in range(2):
            html = KINDS[kind](Draw(number))
            text, marks = readable(html, "https://kelm.example/")
            article = Article(
                0, 0, "", "", f"--- {kind}, shown", "", 0, "", text, marks, (), (), False, False, 0
            )
            print(f"=== {kind}", html, *linear(article), sep="\n", end="\n\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
