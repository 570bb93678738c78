"""Web pages as sites make them, each with the article that is in it: invented words in real kinds of markup."""

# ruff: noqa: E501 - real pages have long lines

import random
from dataclasses import dataclass
from html import escape

_PARTS = "ba ke li mo ru sen tal vor win yar the of and to in".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what a reader would call its article, in plain words."""

    kind: str
    html: str
    text: str


class _Writer:
    """Draws sentences from a seed; keeps what belongs to the article."""

    def __init__(self, seed: int) -> None:
        self.drawn = random.Random(seed)
        self.article: list[str] = []

    def words(self, number: int) -> str:
        return " ".join(
            "".join(self.drawn.choices(_PARTS, k=self.drawn.choice((1, 1, 2, 2, 3)))) for _ in range(number)
        )

    def sentences(self, number: int) -> str:
        return " ".join(f"{self.words(self.drawn.randint(6, 22)).capitalize()}." for _ in range(number))

    def own(self, text: str) -> str:
        self.article.append(text)
        return escape(text)

    def paragraphs(self, number: int, tag: str = "p", attributes: str = "") -> str:
        made = (self.own(self.sentences(self.drawn.randint(2, 5))) for _ in range(number))
        return "\n".join(f"<{tag}{attributes}>{text}</{tag}>" for text in made)

    def links(self, number: int) -> str:
        return "".join(f'<li><a href="/{n}">{self.words(6)}</a></li>' for n in range(number))


def _news(w: _Writer) -> str:
    return f"""<div id="cookie"><p>We value your privacy. {w.sentences(3)}</p><button>Accept</button></div>
    <header><nav><ul>{w.links(14)}</ul></nav></header><main><article><h1>{w.words(8)}</h1>
    <div class="byline">By Ada Vell <time>23 November 2026</time></div><div class="share"><a>Share</a></div>
    <div class="article__body">{w.paragraphs(4)}<aside class="related"><h3>Read more</h3><ul>{w.links(5)}</ul></aside>
    <h2>{w.own(w.words(4))}</h2>{w.paragraphs(4)}<div class="ad">Advertisement</div>{w.paragraphs(3)}</div></article>
    <section class="comments"><h2>Comments</h2>{"".join(f"<p>{w.sentences(2)}</p>" for _ in range(8))}</section></main>
    <aside class="sidebar">{"".join(f"<p>{w.sentences(1)}</p>" for _ in range(6))}<ul>{w.links(20)}</ul></aside>"""


def _wordpress(w: _Writer) -> str:
    return f"""<div class="site"><nav class="menu"><ul>{w.links(9)}</ul></nav><div class="hentry"><h1 class="entry-title">
    {w.words(6)}</h1><div class="entry-content">{w.paragraphs(3)}<figure class="wp-block-image"><img src="/a.jpg" alt="Quay">
    <figcaption>{w.own(w.words(9))}</figcaption></figure><ul><li>{w.own(w.sentences(1))}</li><li>{w.own(w.sentences(1))}</li></ul>
    {w.paragraphs(4)}<blockquote><p>{w.own(w.sentences(2))}</p></blockquote>{w.paragraphs(2)}</div>
    <div class="sharedaddy"><h3>Share this:</h3><ul>{w.links(4)}</ul></div><div class="jp-relatedposts"><h3>Related</h3>
    <ul>{w.links(3)}</ul></div></div><div id="comments"><ol>{"".join(f"<li><p>{w.sentences(3)}</p></li>" for _ in range(6))}
    </ol></div><footer><p>{w.sentences(2)}</p></footer></div>"""


def _letter(w: _Writer) -> str:
    return f"""<div class="post"><h1>{w.words(7)}</h1><h3 class="subtitle">{w.words(12)}</h3>
    <div class="subscribe"><p>Subscribe to the letter</p><form><input></form></div>
    <div class="available-content"><div class="body markup">{w.paragraphs(6)}<div class="subscription-widget"><p>Thanks for
    reading! Subscribe for free.</p></div>{w.paragraphs(6)}<p><strong>{w.own(w.sentences(1))}</strong></p></div></div>
    <div class="footer"><p>{w.sentences(1)}</p></div></div>"""


def _code(w: _Writer) -> str:
    code = "\n".join(f"def {w.words(1)}(x):\n    return x + {n}" for n in range(5))
    w_code = w.own(code)
    return f"""<div class="wrapper"><header><a href="/">{w.words(2)}</a></header><main><h1>{w.words(5)}</h1>{w.paragraphs(3)}
    <div class="highlight"><pre><code class="language-python">{w_code}</code></pre></div>{w.paragraphs(3)}<table><tr><th>
    {w.own("size")}</th><th>{w.own("seconds")}</th></tr><tr><td>{w.own("1000")}</td><td>{w.own("0.25")}</td></tr></table>
    {w.paragraphs(2)}</main><footer>{w.words(8)}</footer></div>"""


def _divs(w: _Writer) -> str:
    return f"""<div class="top">{w.words(20)}</div><div class="c1"><div class="c2"><div class="t">{w.words(7)}</div>
    {w.paragraphs(9, "div", ' class="x"')}</div><div class="c3"><ul>{w.links(25)}</ul></div></div>"""


def _breaks(w: _Writer) -> str:
    text = "<br><br>".join(w.own(w.sentences(4)) for _ in range(8))
    return f"""<table><tr><td><ul>{w.links(12)}</ul></td><td><font size="2">{text}</font></td></tr></table>"""


def _short(w: _Writer) -> str:
    return f"""<nav><ul>{w.links(10)}</ul></nav><article><h1>{w.words(5)}</h1>{w.paragraphs(2)}</article>
    <aside><h2>Most read</h2><ol>{w.links(10)}</ol></aside><footer><p>{w.sentences(2)}</p></footer>"""


def _interview(w: _Writer) -> str:
    turns = "".join(
        f"<p><b>{w.own(w.sentences(1))}</b></p><p>“{w.own(w.sentences(3))}”</p>" for _ in range(8)
    )
    return f"""<main><article><header><h1>{w.words(6)}</h1></header>{turns}<div class="newsletter"><h4>Sign up</h4>
    <p>{w.sentences(2)}</p></div></article><section><h2>More interviews</h2><ul>{w.links(8)}</ul></section></main>"""


_KINDS = {
    "news": _news, "blog": _wordpress, "letter": _letter, "code": _code, "divs": _divs, "breaks": _breaks,
    "short": _short, "interview": _interview,
}  # fmt: skip


def pages(of_each: int = 5) -> list[Page]:
    """Return pages of every kind, the same ones each time."""
    made = []
    for kind, build in _KINDS.items():
        for number in range(of_each):
            writer = _Writer(hash((len(kind), number)) % 2**31)
            body = build(writer)
            head = f"<!DOCTYPE html><html><head><title>{writer.words(6)} | Kelm</title><script>var x;</script></head>"
            made.append(Page(kind, f"{head}<body>{body}</body></html>", "\n".join(writer.article)))
    return made
