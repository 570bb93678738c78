"""More kinds of entries, each with the markup of one program or habit that fills feeds; words are invented."""

# ruff: noqa: E501 - real entries have long lines

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.entries import Draw


def _ghost(d: "Draw") -> str:
    return f"""<img src="https://k.example/content/images/2026/quay.jpg" alt="The quay"><p>{d.rich()}</p><!--kg-card-begin: html--><div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">{d.text(1)}</div></div><!--kg-card-end: html--><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://k.example/b"><div class="kg-bookmark-content"><div class="kg-bookmark-title">The long tide</div><div class="kg-bookmark-description">{d.text(1)}</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="https://k.example/favicon.ico" alt=""><span class="kg-bookmark-author">Kelm</span><span class="kg-bookmark-publisher">{d.name()}</span></div></div><div class="kg-bookmark-thumbnail"><img src="https://k.example/t.jpg" alt=""></div></a></figure><div class="kg-card kg-button-card kg-align-center"><a href="https://k.example/s" class="kg-btn kg-btn-accent">Subscribe</a></div>{d.paragraphs(2)}"""


def _medium(d: "Draw") -> str:
    return f"""<h4>{d.text(1)}</h4><figure><img alt="" src="https://cdn.example/max/1024/1*a.jpeg" /><figcaption>Photo by <a href="https://u.example/@x">{d.name()}</a> on Unsplash</figcaption></figure><p>{d.rich()}</p><p><em>{d.text(1)}</em></p><blockquote>{d.text(1)}</blockquote><pre>let x = 1;<br>let y = 2;</pre><img src="https://medium.example/_/stat?event=post.clientViewed&amp;id=1" width="1" height="1" alt=""><hr><p><a href="https://m.example/p">{d.text(1)}</a> was originally published in <a href="https://m.example/k">Kelm</a> on Medium, where people are continuing the conversation by highlighting and responding to this story.</p>"""


def _blogger(d: "Draw") -> str:
    return f"""<div class="separator" style="clear: both; text-align: center;"><a href="https://b.example/a.jpg" imageanchor="1" style="margin-left: 1em; margin-right: 1em;"><img border="0" data-original-height="900" src="https://b.example/s320/a.jpg" width="320" /></a></div><br />{d.rich()}<br /><br />{d.text()}<div><br /></div><div>{d.rich()}</div><div><br /></div><div style="text-align: right;">{d.text(1)}</div><span><a name='more'></a></span><table align="center" cellpadding="0" cellspacing="0" class="tr-caption-container"><tbody><tr><td style="text-align: center;"><a href="https://b.example/b.jpg"><img src="https://b.example/b.jpg" /></a></td></tr><tr><td class="tr-caption" style="text-align: center;">The bridge, in March</td></tr></tbody></table><div class="blogger-post-footer"><img width='1' height='1' src='https://b.example/tracker/1' alt=''/></div>"""


def _tumblr(d: "Draw") -> str:
    return f"""<p><a class="tumblr_blog" href="https://t.example/post/1">kelm-bay</a>:</p><blockquote><p><a class="tumblr_blog" href="https://t.example/post/0">{d.name()}</a>:</p><blockquote><p>{d.text(1)}</p></blockquote><p>{d.text(1)}</p></blockquote><p>{d.rich(1)}</p><div class="npf_row"><figure class="tmblr-full" data-orig-height="10"><img src="https://t.example/a.gif" srcset="https://t.example/a_75.gif 75w"/></figure></div>"""


def _reddit_table(d: "Draw") -> str:
    return f"""<table> <tr><td> <a href="https://r.example/r/kelm/1"> <img src="https://r.example/t.jpg" alt="{d.text(1)}" title="{d.text(1)}" /> </a> </td><td> &#32; submitted by &#32; <a href="https://r.example/user/ada"> /u/ada </a> &#32; to &#32; <a href="https://r.example/r/kelm/"> r/kelm </a> <br/> <span><a href="https://i.example/p.jpg">[link]</a></span> &#32; <span><a href="https://r.example/r/kelm/1">[comments]</a></span> </td></tr></table>"""


def _news(d: "Draw") -> str:
    return f"""<p>Article URL: <a href="https://kelm.example/tide?id={d.random.randint(1, 9)}">https://kelm.example/tide</a></p>\n<p>Comments URL: <a href="https://news.example/item?id=41">https://news.example/item?id=41</a></p>\n<p>Points: {d.random.randint(1, 400)}</p>\n<p># Comments: {d.random.randint(0, 99)}</p>"""


def _video(d: "Draw") -> str:
    return f"{d.text()}\n\nSubscribe: https://v.example/kelm\n\n0:00 Intro\n1:12 The quay\n12:40 {d.name()}\n\n#kelm #tide\n\nFollow us:\n► https://a.example/kelm\n► https://b.example/kelm &amp; more"


def _commit(d: "Draw") -> str:
    return f"""<pre style='white-space:pre-wrap;width:81ex'>Read the tide from the gauge\n\n{d.text(1)}\n\nFixes #{d.random.randint(1, 99)}\nCo-written-by: {d.name()} &lt;a@k.example&gt;</pre>"""


def _toot(d: "Draw") -> str:
    return f"""<p>{d.text(1)}</p><p>{d.text(1)}<br />RT <span class="h-card" translate="no"><a href="https://m.example/@elin" class="u-url mention">@<span>elin</span></a></span> <a href="https://very.example/a/long/path/{d.random.randint(1, 9)}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">https://www.</span><span class="ellipsis">very.example/a/long/pa</span><span class="invisible">th/7</span></a></p><p class="quote-inline">RE: <a href="https://m.example/@ada/1"><span class="invisible">https://</span><span class="">m.example/@ada/1</span><span class="invisible"></span></a></p><p><img src="https://m.example/e/boat.png" alt=":boat:" title=":boat:" class="emojione custom-emoji" width="16" height="16"></p>"""


def _preprint(d: "Draw") -> str:
    return f"""<p>arXiv:2611.0{d.random.randint(1000, 9999)}v1 Announce Type: new \nAbstract: {d.text()} We show $O(n \\log n)$ time and $\\alpha &lt; 0.05$ for {d.text(1)}</p>"""


def _shownotes(d: "Draw") -> str:
    return f"""<p>{d.text(1)}</p><p><br></p><p><strong>In this episode</strong></p><ul><li>[00:00] Hello</li><li>[04:12] <a href="https://k.example/1">{d.name()}</a> on ferries</li><li>[31:05] Goodbye</li></ul><p><br></p><p>---</p><p>Send in a voice message: https://p.example/kelm/message</p><p> See <a href="https://o.example/listener">omny.example/listener</a> for privacy information.</p>"""


def _mailing(d: "Draw") -> str:
    return f"""<style>.a{{color:red}}</style><center><table border="0" cellpadding="0" cellspacing="0" width="100%"><tbody><tr><td valign="top"><table align="left" width="100%"><tbody><tr><td class="mcnTextContent" style="padding:9px 18px"><h1>Kelm Weekly</h1>{d.text()}<br>&nbsp;<br>{d.rich()}</td></tr></tbody></table></td></tr><tr><td><table><tr><td align="center" bgcolor="#333"><a class="mcnButton" href="https://k.example/go">Read more</a></td></tr></table></td></tr><tr><td><em>Copyright © 2026 Kelm, All rights reserved.</em><br><br>Want to change how you receive these emails?<br>You can <a href="https://k.example/p">update your preferences</a> or <a href="https://k.example/u">unsubscribe</a>.</td></tr></tbody></table></center>"""


def _amp(d: "Draw") -> str:
    return f"""<amp-img src="https://k.example/a.jpg" width="1080" height="610" layout="responsive" alt="The quay at dawn"><noscript><img src="https://k.example/a.jpg" alt="The quay at dawn"></noscript></amp-img><p>{d.rich()}</p><amp-ad width="300" height="250" type="x"></amp-ad><amp-youtube data-videoid="abc" layout="responsive" width="480" height="270"></amp-youtube><p>{d.text(1)}</p>"""


def _tweet(d: "Draw") -> str:
    return f"""<p>{d.text(1)}</p><figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">\n<blockquote class="twitter-tweet" data-dnt="true"><p lang="en" dir="ltr">{d.text(1)}<br><br>{d.text(1)} <a href="https://t.example/h?src=hash">#Kelm</a></p>&mdash; {d.name()} (@kelm) <a href="https://t.example/1?ref_src=twsrc">November 23, 2026</a></blockquote><script async src="https://p.example/widgets.js" charset="utf-8"></script>\n</div></figure><p>{d.text(1)}</p>"""


def _pictures(d: "Draw") -> str:
    return "".join(
        f"""<figure class="wp-block-gallery has-nested-images"><figure class="wp-block-image"><a href="https://k.example/{n}"><img src="https://k.example/{n}.jpg" alt=""/></a></figure><figure class="wp-block-image"><img src="https://k.example/b{n}.jpg" alt="IMG_{n}.JPG"/><figcaption>{d.text(1)}</figcaption></figure><figcaption class="blocks-gallery-caption">Boats of {d.name()}</figcaption></figure>"""
        for n in range(2)
    )


def _notes(d: "Draw") -> str:
    return f"""<p>{d.text(1)}<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup> {d.text(1)}<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a> And so<a class="footnote" href="https://k.example/post#fn3">[3]</a>.</p><section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>{d.text(1)}&#160;<a class="footnote-backref" href="#fnref:1" title="Jump back">&#8617;&#xfe0e;</a></p></li><li id="fn2">{d.text(1)} <a href="#fnref2">↩︎</a></li><li>{d.name()} <a href="#fnref3" class="reversefootnote">^</a></li></ol></section>"""


def _numbered(d: "Draw") -> str:
    return f"""<p>{d.text(1)}</p><div class="highlight"><table class="highlighttable"><tbody><tr><td class="linenos"><div class="linenodiv"><pre>1
2
3</pre></div></td><td class="code"><div class="highlight"><pre><span></span><code><span class="kd">def</span> <span class="nf">tide</span><span class="p">():</span>
    <span class="k">return</span> <span class="mi">{d.random.randint(1, 9)}</span>

</code></pre></div></td></tr></tbody></table></div><p>Then</p><div class="chroma"><table class="lntable"><tr><td class="lntd"><pre class="chroma"><code><span class="lnt">1
</span><span class="lnt">2
</span></code></pre></td><td class="lntd"><pre class="chroma"><code class="language-sh" data-lang="sh"><span class="line"><span class="cl">ls
</span></span><span class="line"><span class="cl">pwd
</span></span></code></pre></td></tr></table></div>"""


def _highlighted(d: "Draw") -> str:
    return f"""<pre class="line-numbers language-js"><code class="language-js"><span class="token keyword">let</span> tide <span class="token operator">=</span> <span class="token number">{d.random.randint(1, 9)}</span><span class="token punctuation">;</span><span aria-hidden="true" class="line-numbers-rows"><span></span><span></span></span></code></pre><pre><code class="hljs language-go"><span class="hljs-keyword">func</span> main() {{
	x := <span class="hljs-number">1</span>
}}</code></pre><p>{d.rich(1)}</p><pre class="wp-block-code"><code>a = 1<br>b = 2</code></pre><pre class="brush: php; title: ; notranslate">&lt;?php echo 1; ?&gt;</pre><code>one<br>two</code>"""


def _mathml(d: "Draw") -> str:
    return f"""<p>{d.text(1)} <span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mn>1</mn></mrow><annotation encoding="application/x-tex">x^2+1</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span class="base"><span class="mord mathnormal">x</span><span class="msupsub">2</span><span class="mbin">+</span><span class="mord">1</span></span></span></span> and <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> and <img class="latex" alt="\\frac{{a}}{{b}}" src="https://k.example/l.png"> and <span class="MathJax_Preview">y_2</span><script type="math/tex">y_2</script> done.</p>"""


def _glossary(d: "Draw") -> str:
    return f"""<dl><div><dt>Ebb</dt><dd>{d.text(1)}</dd></div><div><dt>Flood</dt><dt>Flow</dt><dd>{d.text(1)}</dd><dd>Also: {d.name()}.</dd></div></dl><p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby> and <ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>。</p>"""


def _nested(d: "Draw") -> str:
    return f"""<ol><li>{d.text(1)}<ol type="a"><li>first</li><li>second<ul><li><p>deep</p><p>deeper</p></li></ul></li></ol></li><li><div><p>{d.text(1)}</p></div></li><li><strong>{d.name()}</strong><br>{d.text(1)}</li></ol><ul><ul><li>odd but common</li></ul></ul>"""


def _figures(d: "Draw") -> str:
    rows = "".join(
        f"<tr><th scope='row'>{d.name()}</th><td>{d.random.randint(1, 99)}</td><td></td><td>{d.random.randint(1, 9)} %</td></tr>"
        for _ in range(4)
    )
    return f"""<figure class="wp-block-table"><table><thead><tr><th>Skipper</th><th>Trips</th><th>Lost</th><th>Share</th></tr></thead><tbody>{rows}</tbody></table><figcaption>Trips in 2026</figcaption></figure><table class="infobox"><tr><th colspan="2">Kelm</th></tr><tr><th>People</th><td>1,204</td></tr><tr><th>Sheep</th><td>900<br>(2025)</td></tr></table>"""


def _twice(d: "Draw") -> str:
    return f"&lt;p&gt;{d.text(1)}&lt;/p&gt;&lt;p&gt;{d.text(1)} &lt;a href=&quot;https://k.example&quot;&gt;more&lt;/a&gt;&amp;nbsp;&amp;#8217;tis&lt;/p&gt;"


def _lines(d: "Draw") -> str:
    return f"{d.text(1)}\n{d.text(1)}\n\n- one thing\n- {d.name()}\n\nMore at https://k.example/x"


def _office(d: "Draw") -> str:
    return f"""<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>{d.text(1)}<o:p></o:p></p><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal"><b>{d.name()}<o:p></o:p></b></p><xml><o:OfficeDocumentSettings>x</o:OfficeDocumentSettings></xml>"""


def _shares(d: "Draw") -> str:
    return f"""{d.paragraphs(1)}<div class="feedflare"><a href="https://f.example/~ff/k?a=1"><img src="https://f.example/~ff/k?d=1" border="0"></img></a> <a href="https://f.example/~ff/k?a=2"><img src="https://f.example/~ff/k?d=2" border="0"></img></a></div><div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-twitter"><a href="https://k.example/?share=twitter" class="share-twitter sd-button"><span>Click to share on Twitter (Opens in new window)</span></a></li><li><a href="https://k.example/?share=facebook">Facebook</a></li><li class="share-end"></li></ul></div></div></div><div id='jp-relatedposts' class='jp-relatedposts'><h3 class="jp-relatedposts-headline"><em>Related</em></h3></div><p>The post <a rel="nofollow" href="https://k.example/p">{d.text(1)}</a> appeared first on <a rel="nofollow" href="https://k.example">Kelm</a>.</p><img src="https://pixel.example/b.gif?host=k" width="1" height="1" />"""


def _concealed(d: "Draw") -> str:
    return f"""<p>{d.text(1)}<span aria-hidden="true">&#128279;</span></p><p style="font-size:0;line-height:0">preheader</p><p hidden>not for you</p><div class="wp-block-hidden" style="VISIBILITY: Hidden">nor this</div><h2 id="a">Title<a class="anchor" aria-hidden="true" href="#a">#</a></h2><h2><a class="headerlink" href="#b" title="Permalink">¶</a>Second</h2><p>{d.text(1)}</p><div class="visually-hidden">skip</div>"""


def _media(d: "Draw") -> str:
    return f"""<video controls poster="https://k.example/p.jpg"><source src="https://k.example/v.mp4" type="video/mp4">Your browser does not support video.</video><figure class="wp-block-audio"><audio controls src="https://k.example/a.mp3"></audio><figcaption>Hear it</figcaption></figure><svg viewBox="0 0 1 1"><title>icon</title><text>chart</text></svg><iframe width="560" height="315" src="https://www.youtube.example/embed/abc?feature=oembed" title="The tide" frameborder="0"></iframe><object data="https://k.example/a.pdf" type="application/pdf"><p>Read the <a href="https://k.example/a.pdf">PDF</a>.</p></object><details><summary>Spoiler</summary><p>{d.text(1)}</p></details><p>{d.text(1)}</p>"""


def _right(d: "Draw") -> str:
    return f"""<div dir="rtl"><p>قال الميناء إن <b>العبّارة</b> غادرت في العاشرة. {d.random.randint(1, 9)}</p><p>می\u200cخواهم بدانم &rlm;(1)&rlm;</p><p>הוא אמר: ״יירד גשם״.</p></div><p>{d.text(1)}</p>"""


def _east(d: "Draw") -> str:
    return f"""<p>　港の<b>管理人</b>は「雨が降る」と言った。<br>　船は十時に出た。</p><p>港务长说：“要下雨了。”<a href="https://k.example/{d.random.randint(1, 9)}">更多</a></p><p>ฝนจะ\u200bตก\u200bวันนี้</p><p>नाव दस बजे चली।</p>"""


def _invisible(d: "Draw") -> str:
    return f"""<p>Harbour&shy;master&#8203; and&nbsp;&nbsp; so&#x200d; on&ZeroWidthSpace;.&nbsp;{d.text(1)}</p><p>&nbsp;&nbsp;&nbsp;&nbsp;{d.text(1)}</p><p>👩‍🚀 ❤️ &#x1F468;&#x200D;&#x1F469; e&#769;te&#x301;</p>"""


def _dropcap(d: "Draw") -> str:
    return f"""<p><span class="dropcap">T</span><span class="sc">he ferry</span> {d.text(1)}</p><p><big>O</big>nce {d.text(1)}</p><p class="alignleft">{d.text(1)}</p><aside class="pullquote"><p>{d.text(1)}</p></aside><p style="text-align:center">***</p><p>{d.text(1)}</p><footer><p>© 2026 Kelm</p><address>{d.name()}, Kelm</address></footer>"""


def _wiki(d: "Draw") -> str:
    return f"""<div class="mw-parser-output"><p><b>Kelm</b> (<small>pronounced</small> <span class="IPA">[kɛlm]</span>) {d.text(1)}<sup class="reference" id="cite_ref-1"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup></p><h2>History<span class="mw-editsection"><span>[</span><a href="/w?action=edit">edit</a><span>]</span></span></h2><ul class="gallery"><li class="gallerybox"><div class="thumb"><a href="/f"><img src="//k.example/t.jpg" width="120"></a></div><div class="gallerytext"><p>{d.name()}</p></div></li></ul></div>"""


def _diff(d: "Draw") -> str:
    return f"""<table class="diff"><tr><td class="diff-marker">−</td><td class="diff-deletedline"><div>The <del class="diffchange">old</del> bridge</div></td><td class="diff-marker">+</td><td class="diff-addedline"><div>The <ins>new</ins> bridge</div></td></tr></table><p>{d.text(1)} <s>gone</s> <u>under</u> <small>small</small> <mark>marked</mark> <kbd>Ctrl</kbd> + <kbd>C</kbd> <abbr title="x">HW</abbr></p>"""


def _listing(d: "Draw") -> str:
    return "".join(
        f"""<div class="item"><div class="thumb"><a href="https://k.example/{n}"><img src="https://k.example/{n}.jpg" alt=""></a></div><h3><a href="https://k.example/{n}">{d.text(1)}</a></h3><span class="price">{d.random.randint(1, 99)}.50 kr</span><span class="by">{d.name()}</span><time>2026-11-23</time><a href="https://k.example/buy">Buy</a></div>"""
        for n in range(3)
    )


def _question(d: "Draw") -> str:
    return f"""<p>{d.rich(1)}</p>

<pre><code>SELECT *
FROM tide
WHERE h &lt; 3;
</code></pre>

<p>gives</p>

<pre class="lang-none prettyprint-override"><code>ERROR:  no tide</code></pre>

<blockquote>
  <p>{d.text(1)}</p>
</blockquote>

<hr>

<p><strong>Edit</strong>: <code>a  b</code> {d.text(1)}</p>"""


WILD: dict[str, Callable[["Draw"], str]] = {
    "ghost": _ghost, "medium": _medium, "blogger": _blogger, "tumblr": _tumblr, "reddit table": _reddit_table,
    "news": _news, "video": _video, "commit": _commit, "toot": _toot, "preprint": _preprint, "show notes": _shownotes,
    "mailing": _mailing, "amp": _amp, "tweet": _tweet, "pictures": _pictures, "notes": _notes, "numbered": _numbered,
    "highlighted": _highlighted, "mathml": _mathml, "glossary": _glossary, "nested": _nested, "figures": _figures,
    "twice": _twice, "lines": _lines, "office": _office, "shares": _shares, "concealed": _concealed, "media": _media,
    "right": _right, "east": _east, "invisible": _invisible, "dropcap": _dropcap, "wiki": _wiki, "diff": _diff,
    "listing": _listing, "question": _question,
}  # fmt: skip
