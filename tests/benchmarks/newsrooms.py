"""Kinds of entries as people write them: newsrooms in many languages, offices, clubs, mails, and what surrounds an article."""

# ruff: noqa: E501 - real entries have long lines

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.entries import Draw


def _german(d: "Draw") -> str:
    return f"""<p><span class="teaser__kicker">Hafen</span> <strong>Kelm (kna) -</strong> »Es wird regnen«, sagte der Hafenmeister am Montag. „Er hat ‚sofort‘ gesagt“, so {d.name()}&nbsp;– und das seit {d.random.randint(2, 9)}&#8239;Jahren.</p><p class="textabsatz columns">Die Fähre fuhr um 10&nbsp;Uhr (<a href="/ticker" class="ga_CR_ref">zum Ticker</a>).</p><div class="infobox"><h3>Zur Sache</h3><p>Der Kai misst 41,5&nbsp;m², das sind 4.100&nbsp;€ je Meter.</p></div><p><em>{d.name()}/kna</em></p>"""


def _french(d: "Draw") -> str:
    return f"""<p class="chapo">La marée, jamais vue depuis l’hiver des longues glaces, a surpris le port.</p><p>«&nbsp;Il va pleuvoir&nbsp;», a dit le maître du port. «&#8239;Personne, ajoute {d.name()}, n’a écouté&#8239;: “c’est lundi”&#8239;», à 10&nbsp;h&nbsp;{d.random.randint(10, 59)}.</p><p><strong>Lire aussi&nbsp;:</strong> <a href="https://k.example/pont">Le pont reste ouvert</a></p><h2 class="article__sub-title">Le vieux pont</h2><p>— Et toi&nbsp;?<br />— Moi, non.</p><p>1<sup>er</sup> étage, M<sup>me</sup> Kelm, n<sup>o</sup> 4, XIX<sup>e</sup> siècle.</p><aside class="inread"><p>La suite après la publicité</p></aside><p class="article__signature">{d.name()}</p>"""


def _spanish(d: "Draw") -> str:
    return f"""<p><b>KELM.-</b> El transbordador salió a las diez.</p><p>—Va a llover —dijo el práctico a las gaviotas—. Nadie me preguntó.</p><p>—¿Y el puente? —preguntó <a href='/autor'>{d.name()}</a>.</p><p>«Lo que queda», señaló, “es una cuestión de <i>dinero</i>”. ¡Basta!</p><ul class="apoyos"><li><a href="/b"><span class="antetitulo">Puerto</span><span class="titulo">El puente sigue abierto</span></a></li></ul><p><!-- EDITION --></p><p>La 1.ª vez, el {d.random.randint(2, 9)}.º muelle.</p>"""


def _russian(d: "Draw") -> str:
    return f"""<p><strong>КЕЛЬМ, 23 ноя —&nbsp;КНА.</strong> Паром вышел в&nbsp;десять часов.</p><p>— Будет дождь, — сказал начальник порта. — Я&nbsp;говорил ещё в&nbsp;№&nbsp;{d.random.randint(2, 9)}.</p><p>«Он сказал „сразу“», — добавила Ада Велл.</p><div class="article__block" data-type="article"><div class="article__article"><div class="article__article-info"><span class="article__article-date">Вчера, 10:01</span><span class="article__article-title">Старый мост открыт</span></div></div></div><p><b>Читайте также:</b> <a href="/most">Мост остаётся</a></p>"""


def _arabic(d: "Draw") -> str:
    return f"""<p dir="rtl" style="text-align: right;"><strong>كيلم - وكالة:</strong> قال مدير الميناء للنوارس: «ستمطر»، ثم عاد إلى الشاي؛ ولم يسأله أحد.</p><p dir="rtl">وأضافت آدا فيل (&lrm;{d.random.randint(1, 9)}&lrm;) أن الجسر مفتوح حتى الساعة ١٠:٣٠.</p><p class="MsoNormal" dir="RTL"><span lang="AR-SA">اقرأ أيضا: <a href="/j">الجسر القديم</a></span></p>"""


def _hebrew(d: "Draw") -> str:
    return f"""<div dir="rtl"><p>"יירד גשם", אמר מנהל הנמל לשחפים. <bdi>{d.name()}</bdi> הוסיפה: ״אף אחד לא שאל – ארה״ב, צה״ל״.</p><p><bdo dir="ltr">ABC-{d.random.randint(1, 9)}</bdo> מעל הקו</p><blockquote>מה שנשאר הוא שאלה של כסף</blockquote></div>"""


def _chinese(d: "Draw") -> str:
    return f"""<div class="article"><p style="text-indent:2em">　　【海港新闻】（记者 韦尔）“要下雨了，”港务长对海鸥说，“没人问我。”</p><p>　　他说：“‘马上’是{d.random.randint(2, 9)}分钟。”</p><p align="center"><img src="/a.jpg" alt=""/></p><p style="text-align:center"><font color="#000080">码头。唐 摄</font></p><p>　　据《海报》11月23日报道，<strong>旧桥</strong>仍然开放。</p><p align="right">（责任编辑：韦尔）</p></div>"""


def _japanese(d: "Draw") -> str:
    return f"""<p>　「雨が降る」と港の管理人はかもめに言った。『すぐ』は{d.random.randint(2, 9)}分だ。<br clear="all" />　<ruby><rb>埠頭</rb><rp>（</rp><rt>ふとう</rt><rp>）</rp></ruby>には<ruby>誰<rt>だれ</rt></ruby>もいなかった。</p><p>　◇　　◇</p><p>　古い橋は木曜まで開いている。<br>　（記者・ヴェル）</p><p>［<a href="/b">この記事の続き</a>］</p>"""


def _korean(d: "Draw") -> str:
    return f"""(켈름=항구뉴스) 벨 기자 = 항만장은 갈매기들에게 "비가 온다"고 말했다.<br/><br/>아다 벨은 '{d.random.randint(2, 9)}분'이라며 "아무도 묻지 않았다"고 덧붙였다.<br/><br/>◆ 오래된 다리<br/><br/>다리는 목요일까지 열려 있다.<br/><br/>vell@k.example<br/>&lt;저작권자 ⓒ 항구뉴스, 무단 전재-재배포 금지&gt;"""


def _hindi(d: "Draw") -> str:
    return f"""<p><strong>केल्म:</strong> बंदरगाह प्रमुख ने कहा, “बारिश होगी।” नाव {d.random.randint(2, 9)} बजे चली।</p><p>एडा वेल ने कहा कि ‘किसी ने नहीं पूछा’ । पुल खुला है ॥</p><p><b>ये भी पढ़ें:</b> <a href="/p">पुराना पुल</a></p>"""


def _thai(d: "Draw") -> str:
    return f"""<p>นายท่า<wbr>เรือ<wbr>บอกนกนางนวลว่า “ฝนจะตก” เมื่อเวลา {d.random.randint(10, 23)}.00 น.</p><p>สะพานเก่า\u200bยังเปิด\u200bอยู่</p><p><strong>อ่านเพิ่มเติม :</strong> <a href="/s">สะพาน</a></p>"""


def _turkish(d: "Draw") -> str:
    return f"""<p>“Yağmur yağacak,” dedi liman müdürü. <strong>{d.name()}</strong>'ın söylediğine göre Kelm'de {d.random.randint(2, 9)} kişi vardı.</p><h3>İSKELE'DE BEKLEYİŞ</h3><p>"Kimse sormadı" diyen müdür, İzmir'e döndü.</p>"""


def _polish(d: "Draw") -> str:
    return f"""<p>– Będzie padać – powiedział kapitan portu. – Nikt nie pytał.</p><p>„Powiedział «zaraz»”, dodała <b>{d.name()}</b>, o&nbsp;{d.random.randint(10, 23)}.00.</p><p><a href="/m">Czytaj także: Stary most</a></p><p>[ramka url="https://k.example"]</p>"""


def _release_wire(d: "Draw") -> str:
    return f"""<p align="left">KELM, Nov. 23, 2026 (KELM NEWSWIRE) -- Kelm Boats (KSE: KLM) today said that {d.text(1)}</p><p><strong>Highlights</strong></p><ul type="disc"><li>Revenue of $4.{d.random.randint(1, 9)} million</li><li style="margin-bottom:5px">{d.text(1)}</li></ul><p>“What remains is a question of money,” said {d.name()}, Chief Executive Officer.</p><p><strong>About Kelm Boats</strong><br>{d.text(1)} For more, visit <a href="https://k.example/r?x=1&amp;y=2" rel="nofollow" target="_blank" title="k.example">k.example</a>.</p><p><strong>Contacts</strong></p><p><em>Media</em><br>{d.name()}<br>+00 4 1204<br><a href="mailto:press@k.example">press@k.example</a></p><p align="center"># # #</p><img class="__GNW8366DE3E__IMG" src="https://ml.example/track?x=1" width="1" height="1" /><br/><p>A photo accompanying this announcement is available at https://k.example/photo</p>"""


def _earnings(d: "Draw") -> str:
    def row(label: str, one: int, two: int) -> str:
        return f"""<tr><td style="width:70%">{label}</td><td>&nbsp;</td><td>$</td><td style="text-align:right">{one}</td><td>&nbsp;</td><td>&nbsp;</td><td>$</td><td style="text-align:right">({two}</td><td>)</td></tr>"""

    return f"""<p style="text-align:center"><b>KELM BOATS<br>STATEMENT OF INCOME</b><br>(in thousands, unaudited)</p><table class="gnw_table_border_collapse" style="width:100%"><tr><td rowspan="2">&nbsp;</td><td>&nbsp;</td><td colspan="7" style="text-align:center;border-bottom:solid"><b>Three months ended</b></td></tr><tr><td>&nbsp;</td><td colspan="2"><b>Sep 30</b></td><td>&nbsp;</td><td>&nbsp;</td><td colspan="2"><b>Jun 30</b></td><td>&nbsp;</td></tr>{row("Revenue", d.random.randint(100, 900), 41)}{row("Loss", d.random.randint(10, 90), 7)}</table><p>See notes.</p>"""


def _sports(d: "Draw") -> str:
    goals = "".join(
        f"<li><b>{n * 17}'</b> <span class=\"player\">{d.name()}</span> <span class='score'>{n}–1</span></li>"
        for n in range(1, 4)
    )
    return f"""<p>Oak 3&ndash;1 Kelm</p><ul class="events">{goals}</ul><table class="standings"><thead><tr><th rowspan="2">Team</th><th colspan="2">Home</th><th colspan="2">Away</th><th rowspan="2">Pts</th></tr><tr><th>W</th><th>L</th><th>W</th><th>L</th></tr></thead><tbody><tr><td><a href="/oak">Oak</a></td><td>4</td><td>1</td><td>3</td><td>{d.random.randint(0, 4)}</td><td>21</td></tr><tr><td>Kelm</td><td colspan="2">n/a</td><td>2</td><td>3</td><td>6</td></tr></tbody></table>"""


def _election(d: "Draw") -> str:
    return f"""<table class="wikitable"><caption>Council of Kelm</caption><tbody><tr><th colspan="2">Party</th><th>Candidate</th><th>Votes</th><th>%</th></tr><tr><td style="background:#0a0"></td><td><a href="/tide">Tide</a></td><td><b>{d.name()}</b></td><td>1,204</td><td>{d.random.randint(30, 60)}.1</td></tr><tr><td rowspan="2" style="background:#00a"></td><td rowspan="2">Quay</td><td>{d.name()}</td><td>900</td><td>30.2</td></tr><tr><td>{d.name()}</td><td>41</td><td>1.4</td></tr><tr><th colspan="3">Turnout</th><td>2,145</td><td>71.0</td></tr></tbody></table>"""


def _obituary(d: "Draw") -> str:
    return f"""<center><font size="+1"><b>{d.name()}</b></font><br>*&nbsp;4. 3. 1941&nbsp;&nbsp;&nbsp;†&nbsp;{d.random.randint(1, 23)}. 11. 2026</center><p><i>What remains is love.</i></p><p>{d.text()}</p><p align="right">The family<br>Kelm, November 2026</p><p><small>No flowers, please.</small></p>"""


def _weather(d: "Draw") -> str:
    return f"""<pre>URGENT - WEATHER MESSAGE
Weather Office Kelm
{d.random.randint(100, 959)} AM Mon Nov 23 2026

...HIGH TIDE WARNING IN EFFECT UNTIL 6 PM THIS EVENING...

* WHAT...Minor flooding along the quay up to one foot above ground
  level expected.

* WHERE...Kelm and the islands.

&amp;&amp;

$$</pre><p>WHAT...{d.text(1)}</p>"""


def _law(d: "Draw") -> str:
    return f"""<h4>§ 4 Boats</h4><ol type="1" class="law"><li>{d.text(1)}<ol type="a"><li>a boat, or</li><li>a ferry:<ol type="i"><li>by night,</li><li>by day,</li></ol></li></ol></li><li>Point 1(b)(ii) holds for {d.name()}.</li></ol><ol style="list-style-type:upper-alpha" type="A" start="3"><li>{d.text(1)}</li></ol><p style="margin-left:40px">(<i>a</i>)&emsp;{d.text(1)}</p><p><ins class="amended">[or a raft]</ins> <del>[or a tub]</del></p>"""


def _patent(d: "Draw") -> str:
    return f"""<div class="claims"><div class="claim"><div class="claim-text">1. A gauge (10) comprising:<div class="claim-text">a float (<b>12</b>); and</div><div class="claim-text">a rope of H<sub>2</sub>O-proof hemp, wherein 10 cm<sup>3</sup> ≤ V<sub>max</sub> ≤ 10<sup>−3</sup> m<sup>3</sup>.</div></div></div><div class="claim"><div class="claim-text">2. The gauge of <claim-ref idref="1">claim 1</claim-ref>, as in <figref idref="f">FIG. {d.random.randint(1, 9)}</figref>.</div></div></div>"""


def _kitchen(d: "Draw") -> str:
    rows = "".join(
        f"""<li class="wprm-recipe-ingredient" style="list-style-type: none;" data-uid="{n}"><span class="wprm-checkbox-container"><input type="checkbox" id="wprm-checkbox-{n}" class="wprm-checkbox" aria-label="cups"><label for="wprm-checkbox-{n}" class="wprm-checkbox-label"><span class="sr-only screen-reader-text wprm-screen-reader-text">▢ </span></label></span><span class="wprm-recipe-ingredient-amount">{n}</span>&#32;<span class="wprm-recipe-ingredient-unit">cups</span>&#32;<span class="wprm-recipe-ingredient-name">{d.random.choice(("flour", "salt", "water"))}</span></li>"""
        for n in range(1, 4)
    )
    return f"""<p><a href="#recipe" class="jump">Jump to Recipe</a></p><p>{d.text()}</p><div id="recipe" class="wprm-recipe-container" itemscope itemtype="https://schema.org/Recipe"><meta itemprop="cookTime" content="PT10M"><h2 class="wprm-recipe-name">Quay bread</h2><div class="wprm-recipe-rating"><svg></svg><svg></svg><div class="wprm-recipe-rating-details"><span class="wprm-recipe-rating-average">4.{d.random.randint(1, 9)}</span> from <span>41</span> votes</div></div><a href="https://k.example/print" class="wprm-recipe-print">Print Recipe</a><div class="wprm-recipe-times-container"><div class="wprm-recipe-time-container"><span class="wprm-recipe-time-label">Prep Time </span><span class="wprm-recipe-time"><span class="wprm-recipe-details-minutes">10<span class="sr-only screen-reader-text"> minutes</span></span> <span class="wprm-recipe-details-unit" aria-hidden="true">mins</span></span></div></div><h3>Ingredients</h3><ul>{rows}</ul><h3>Instructions</h3><ol><li id="s-0" style="list-style-type: decimal;"><div class="wprm-recipe-instruction-text"><span>{d.text(1)}</span></div></li><li><div><span>{d.text(1)}</span></div></li></ol></div>"""


def _ticker(d: "Draw") -> str:
    return "".join(
        f"""<div class="liveblog-entry"><div class="liveblog-entry__meta"><time datetime="2026-11-23T1{n}:04:00+01:00">1{n}:04 Uhr</time><span class="author">{d.name()}</span></div><h3 class="liveblog-entry__title">{d.text(1)}</h3><div class="liveblog-entry__body"><p>{d.rich(1)}</p></div><ul class="share"><li><a href="https://x.example/intent?u=1" class="share-link"><span class="visually-hidden">Share on X</span><svg></svg></a></li></ul></div><hr>"""
        for n in range(3)
    )


def _transcript(d: "Draw") -> str:
    return (
        "".join(
            f"<cite>{name}:</cite>\n<time>{n}:0{n}</time>\n<p>{d.text(1)}</p>\n"
            for n, name in enumerate(("Ada", "Boris", "Ada"))
        )
        + f"""<p><strong>[00:0{d.random.randint(1, 9)}] ADA VELL:</strong> {d.text(1)}</p><table class="transcript"><tr><td>00:12</td><td><b>Jo</b></td><td>{d.text(1)}</td></tr><tr><td>00:19</td><td><b>Tove</b></td><td>{d.text(1)}</td></tr></table>"""
    )


def _faq(d: "Draw") -> str:
    return f"""<dl class="faq"><dt><p>Will it rain?</p></dt><dd><p>{d.text(1)}</p><p>{d.text(1)}</p></dd><dt>When?</dt><dd>On Monday.</dd></dl><div class="schema-faq wp-block-yoast-faq-block"><div class="schema-faq-section" id="f-1"><strong class="schema-faq-question">Who is asked?</strong> <p class="schema-faq-answer">{d.name()}.</p> </div></div><p><b>Q:</b> Why?<br /><b>A:</b> {d.text(1)}</p>"""


def _poem(d: "Draw") -> str:
    return f"""<pre class="wp-block-verse">The tide, the tide,
    and <em>nobody</em> on the quay —

{d.name()}</pre><p>The ferry left<br />
&nbsp;&nbsp;&nbsp;&nbsp;at ten<br />
&emsp;&emsp;as full</p><p>as it had been</p><div class="poem"><div class="stanza"><div class="line">What remains</div><div class="line" style="padding-left:2em">is asked</div></div><div class="stanza"><div class="line">of us</div></div></div>"""


def _initial(d: "Draw") -> str:
    return f"""<p><span class="initial" style="float:left;font-size:3em">E</span>s wird regnen. {d.text(1)}</p><p><span class="mkdf-dropcaps mkdf-normal">„W</span>er fragt?“ {d.text(1)}</p><p class="first"><span class="lead-in"><span class="cap">T</span>HE FERRY</span> left at ten, says {d.name()}.</p>"""


def _hardwrapped(d: "Draw") -> str:
    return f"""From: {d.name()} &lt;ada@k.example&gt;
Subject: [kelm] The tide

On Mon, Nov 23, 2026 at 10:01 AM Jo Marr wrote:
&gt; Nobody on the quay had seen such a tide since the winter of the
&gt; long ice, and nobody will again.
&gt;&gt; Did you ask?

The ferry left at ten, as full as it had ever been on a Monday in the
spring, and what remains is a question of money, of who is asked to
give it, and when.

  * one thing
  * another

--\x20
{d.name()}
https://k.example/~ada"""


def _thread(d: "Draw") -> str:
    return f"""<div dir="ltr">{d.text(1)}<div><br></div><div>{d.name()}</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, Nov 23, 2026 at 10:01 AM {d.name()} &lt;<a href="mailto:a@k.example">a@k.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div dir="ltr">{d.text(1)}</div><br><blockquote type="cite"><div>On 22 Nov 2026, at 09:00, Jo wrote:</div><br class="Apple-interchange-newline"><div><div style="word-wrap: break-word;">{d.text(1)}</div></div></blockquote></blockquote></div><pre
style="white-space:pre-wrap">Ada Vell &lt;a@k.example&gt; writes:
<b
class="q">&gt; Did you ask?
&gt; At all?
</b>Yes.
</pre>"""


def _twofold(d: "Draw") -> str:
    return f"""<p>It&amp;#8217;s a tide &amp;ndash; {d.text(1)} Oak &amp;amp; Kelm&amp;nbsp;say &amp;quot;no&amp;quot;&amp;#8230;</p><p>{d.name()} &amp;#x2014; and so on.</p>"""


def _handmade(d: "Draw") -> str:
    return f"""<font color="#800000" size="4"><center><b>News of {d.random.randint(2000, 2026)}</b></center></font><p><b>What happened</b><p>• {d.text(1)}<br>• {d.text(1)}<br>• Boats<p><u>Who</u>:<br>1) {d.name()}<br>2) {d.name()}<br><blink>new!</blink> <marquee>It will rain</marquee><dir><li>a<li>b</dir><img src="map.gif" usemap="#m" alt="Map of the bay"><map name="m"><area shape="rect" coords="0,0,9,9" href="/quay" alt="Quay"></map><p align=center><a href="a.htm">Back</a> | <a href="b.htm">Home</a> | <a href="c.htm">Next</a><frameset cols="50%"><frame src="x"></frameset>"""


def _captions(d: "Draw") -> str:
    return f"""<figure class="media"><picture><source type="image/webp" data-srcset="https://k.example/q.webp 1x"><img class="lazyload" src="https://k.example/placeholder.gif" data-src="https://k.example/quay.jpg" alt="" loading="lazy"></picture><noscript><img src="https://k.example/quay.jpg"></noscript><figcaption><span class="media__caption">{d.text(1)}</span><span class="media__credit">{d.name()}/KNA</span></figcaption></figure><div class="wp-caption alignnone" style="width: 310px"><img src="https://k.example/b.jpg" alt="A boat" width="300"><p class="wp-caption-text">{d.text(1)}</p></div><figure><img src="https://k.example/1.jpg"><figcaption>Left</figcaption><img src="https://k.example/2.jpg"><figcaption>Right<br><small>Photos: {d.name()}</small></figcaption></figure><p><img src="https://k.example/w.png" alt="🙂" width="16" height="16"> {d.text(1)} <img src="https://k.example/latex.php?latex=x%5E2" alt="x^2" title="x^2" class="latex" /> {d.text(1)}</p>"""


def _players(d: "Draw") -> str:
    return f"""<p>{d.text(1)}</p><iframe data-testid="embed-iframe" title="Spotify Embed: Tide" src="https://open.spot.example/embed/episode/1?utm_source=oembed" width="100%" height="352" frameborder="0" loading="lazy"></iframe><iframe class="lazy" src="about:blank" data-src="https://player.v.example/video/1?h=2" title="Quay"></iframe><p><iframe loading="lazy" width="100%" height="120" src="https://w.sound.example/player/?url=https%3A//api.sound.example/tracks/1"></iframe></p><lite-youtube videoid="x" playlabel="The tide"></lite-youtube><blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="https://www.i.example/p/1/" data-instgrm-version="14" style=" background:#FFF; border:0;"><div style="padding:16px;"> <a href="https://www.i.example/p/1/?utm_source=ig_embed" style=" background:#FFFFFF;" target="_blank"> <div style=" display: flex; flex-direction: row;"> <div style="background-color: #F4F4F4;"></div></div><div style="padding: 19% 0;"></div> <div style="display:block; height:50px;"><svg></svg></div><div style="padding-top: 8px;"> <div style=" color:#3897f0;">View this post on Instagram</div></div></a><p style=" color:#c9c8cd;"><a href="https://www.i.example/p/1/">A post shared by {d.name()} (@ada)</a></p></div></blockquote> <script async src="//www.i.example/embed.js"></script><blockquote class="tiktok-embed" cite="https://www.t.example/@ada/video/1" data-video-id="1" style="max-width: 605px;" > <section> <a target="_blank" title="@ada" href="https://www.t.example/@ada?refer=embed">@ada</a> <p>{d.text(1)} <a title="tide" target="_blank" href="https://www.t.example/tag/tide?refer=embed">#tide</a></p> <a target="_blank" title="♬ original sound" href="https://www.t.example/music/1">♬ original sound - ada</a> </section> </blockquote><object data="https://k.example/plan.pdf" type="application/pdf"><p>Read the <a href="https://k.example/plan.pdf">plan</a>.</p></object>"""


def _tails(d: "Draw") -> str:
    return f"""<p>{d.text()} [&#8230;]</p><p>Source: <a href="https://k.example">Kelm</a></p><div class="yarpp yarpp-related yarpp-related-rss yarpp-template-list"><p>Related posts:</p><ol><li><a href="https://k.example/1" rel="bookmark">One</a></li><li><a href="https://k.example/2">Two</a></li></ol></div><p><a class="a2a_button_mastodon" href="https://www.addtoany.example/add_to/mastodon?linkurl=x" title="Mastodon" rel="nofollow noopener" target="_blank"></a><a class="a2a_button_email" href="https://www.addtoany.example/add_to/email?x" title="Email"></a><a class="a2a_dd addtoany_share_save addtoany_share" href="https://www.addtoany.example/share#url=x"><img src="https://static.addtoany.example/buttons/favicon.png" alt="Share"></a></p><div class="newsletter-box"><h4>Our letter</h4><form><label for="e">Your address</label><input type="email" id="e"><button>Subscribe</button></form></div><div class="cookie-placeholder"><p>To see this, agree to what {d.name()} sets.</p></div><div class="paywall"><h3>Read on</h3><p>Only for members.</p></div><p style='color:grey; font-size:0.75em;'> Hosted on Kelm. See <a style='color:grey;' target='_blank' href='https://h.example/privacy'>h.example/privacy</a> for more information.</p><img src="https://px.example/p?id=1" style="display:none" alt=""/>"""


def _contents(d: "Draw") -> str:
    return f"""<p>{d.text(1)}</p><div id="ez-toc-container" class="ez-toc-v2_0_76 counter-hierarchy ez-toc-counter ez-toc-grey ez-toc-container-direction">
<div class="ez-toc-title-container">
<p class="ez-toc-title" style="cursor:inherit">Table of Contents</p>
<span class="ez-toc-title-toggle"><a href="#" class="ez-toc-pull-right ez-toc-btn" aria-label="Toggle Table of Content"><span class="ez-toc-js-icon-con"><span class=""><span class="eztoc-hide" style="display:none;">Toggle</span><span class="ez-toc-icon-toggle-span"><svg></svg></span></span></span></a></span></div>
<nav><ul class='ez-toc-list ez-toc-list-level-1 ' ><li class='ez-toc-page-1 ez-toc-heading-level-2'><a class="ez-toc-link ez-toc-heading-1" href="#Ebb" >Ebb</a></li><li class='ez-toc-page-1 ez-toc-heading-level-2'><a class="ez-toc-link ez-toc-heading-2" href="#Flood" >Flood</a></li></ul></nav></div>
<h2><span class="ez-toc-section" id="Ebb"></span>Ebb<span class="ez-toc-section-end"></span></h2><p>{d.text(1)}</p><h2><span class="ez-toc-section" id="Flood"></span>Flood<span class="ez-toc-section-end"></span></h2><p>{d.text(1)}</p>"""


def _math(d: "Draw") -> str:
    return f"""<p>If <span class="mwe-math-element mwe-math-element-inline"><span class="mwe-math-mathml-inline mwe-math-mathml-a11y" style="display: none;"><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="{{\\displaystyle x^{{2}}}}"><mi>x</mi></math></span><img src="https://w.example/x.svg" class="mwe-math-fallback-image-inline mw-invert skin-invert" aria-hidden="true" style="vertical-align: -0.3ex;" alt="{{\\displaystyle x^{{2}}}}"></span> grows, then <span class="math inline">\\(y_{d.random.randint(1, 9)}\\)</span> falls, and <math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>, <math><msqrt><msub><mi>c</mi><mi>n</mi></msub></msqrt></math>.</p><span class="math display">\\[E = mc^2\\]</span><p><mjx-container class="MathJax" jax="SVG"><svg><g></g></svg><mjx-assistive-mml unselectable="on" display="inline"><math><mi>z</mi></math></mjx-assistive-mml></mjx-container> is {d.text(1)}</p>"""


def _sidenotes(d: "Draw") -> str:
    return f"""<p>{d.text(1)}<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle"/><span class="sidenote">{d.text(1)}</span> And on.</p><p>So<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup>, and<span class="footnote_referrer"><a role="button" tabindex="0"><sup id="footnote_plugin_tooltip_1" class="footnote_plugin_tooltip_text">[2]</sup></a></span>, and<a href="#_ftn3" name="_ftnref3" id="_ftnref3"><span class="MsoFootnoteReference">[3]</span></a> and<sup><a href="https://k.example/p/#note-4" id="ref-4">4</a></sup>.</p><ol class="wp-block-footnotes"><li id="a">{d.text(1)} <a href="#a-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol><p><a href="#_ftnref3" name="_ftn3">[3]</a> {d.name()}, <cite>Tides</cite>, p.&nbsp;4.</p>"""


def _art(d: "Draw") -> str:
    return f"""<p>A boat:</p><pre>
      |\\
      | \\
   ___|__\\___
   \\_{d.random.randint(10, 99)}______/
~~~~~~~~~~~~~~~~
</pre><table class="highlight js-file-line-container"><tr><td id="L1" class="blob-num js-line-number" data-line-number="1"></td><td id="LC1" class="blob-code blob-code-inner js-file-line">def tide():</td></tr><tr><td id="L2" class="blob-num js-line-number" data-line-number="2"></td><td id="LC2" class="blob-code">    return {d.random.randint(1, 9)}</td></tr></table><div class="syntaxhighlighter js"><table><tbody><tr><td class="gutter"><div class="line number1 index0 alt2">1</div><div class="line number2">2</div></td><td class="code"><div class="container"><div class="line number1 index0 alt2"><code class="js keyword">let</code> <code class="js plain">a = 1</code></div><div class="line number2"><code class="js plain">b = 2</code></div></div></td></tr></tbody></table></div><samp>Done<br>in 4 s</samp>"""


def _corrections(d: "Draw") -> str:
    return f"""<p><strong>Correction, Nov. 23:</strong> <em>An earlier version said <s>nine</s> <ins>nine hundred</ins> sheep.</em></p><p>{d.text(1)} <u class="x">Note</u>: <span style="text-decoration:line-through">old</span> <mark>new</mark><wbr>est.<br/>&zwnj;</p><p>The web&shy;site\u00ad of Kelm\u200b,\ufeff &ldquo;tide&rdquo;.</p><p>UPDATE {d.random.randint(10, 23)}:00 — {d.text(1)}</p>"""


NEWSROOMS: dict[str, Callable[["Draw"], str]] = {
    "german": _german, "french": _french, "spanish": _spanish, "russian": _russian, "arabic": _arabic,
    "hebrew": _hebrew, "chinese": _chinese, "japanese": _japanese, "korean": _korean, "hindi": _hindi,
    "thai": _thai, "turkish": _turkish, "polish": _polish, "wire": _release_wire, "earnings": _earnings,
    "sports": _sports, "election": _election, "obituary": _obituary, "weather": _weather, "law": _law,
    "patent": _patent, "kitchen": _kitchen, "ticker": _ticker, "transcript": _transcript, "faq": _faq,
    "poem": _poem, "initial": _initial, "hard-wrapped": _hardwrapped, "thread": _thread, "twofold": _twofold,
    "handmade": _handmade, "captions": _captions, "players": _players, "tails": _tails, "contents": _contents,
    "math": _math, "sidenotes": _sidenotes, "art": _art, "corrections": _corrections,
}  # fmt: skip
