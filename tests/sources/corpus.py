"""Feeds of every kind that is met in the wild, each small, each with one thing to get right."""

# ruff: noqa: E501 - a feed is clearer on one line than broken to fit

NAMESPACES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:x="http://kelm.example/own"'
    ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"'
)


def rss(item: str, channel: str = "<title>Kelm</title><link>https://kelm.example/</link>") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"{NAMESPACES}><channel>{channel}'
        f"<item>{item}</item></channel></rss>"
    ).encode()


def atom(entry: str, feed: str = "<title>Kelm</title><link href='https://kelm.example/'/>") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"{NAMESPACES}>{feed}'
        f"<entry>{entry}</entry></feed>"
    ).encode()


RSS_ITEMS = {
    "plain": "<title>Ferry</title><link>https://kelm.example/1</link><guid>https://kelm.example/1</guid>",
    "body": "<title>F</title><description>&lt;p&gt;Words &amp;amp; more&lt;/p&gt;</description>",
    "content": "<description>Short</description><content:encoded><![CDATA[<p>Long <b>text</b></p>]]></content:encoded>",
    "content first": "<content:encoded><![CDATA[<p>Long text</p>]]></content:encoded><description>Short</description>",
    "short content": "<description>Much longer than it</description><content:encoded>Bit</content:encoded>",
    "double escaped": "<description>&amp;lt;p&amp;gt;shown as a tag&amp;lt;/p&amp;gt;</description>",
    "title html": "<title>The &lt;em&gt;ferry&lt;/em&gt; &amp;amp; the quay</title>",
    "title cdata": "<title><![CDATA[The <i>ferry</i> &rsquo;til noon]]></title>",
    "title literal": "<title>Use &lt;blink&gt; in HTML&lt;/blink&gt;</title>",
    "title less": "<title>1 &lt; 2 and A &lt;b&gt; C</title>",
    "title attributes": '<title type="html">A &lt;b&gt;b&lt;/b&gt;</title>',
    "title markup": "<title>The <em>ferry</em></title>",
    "no title": "<description>Only words here.</description>",
    "empty title": "<title/><description>Words.</description>",
    "guid no link": '<title>t</title><guid isPermaLink="false">abc-1</guid>',
    "guid is link": "<title>t</title><guid>https://kelm.example/2</guid>",
    "guid relative": "<title>t</title><guid>12345</guid>",
    "guid tag": "<title>t</title><guid>tag:kelm.example,2026:1</guid><link>https://kelm.example/3</link>",
    "guid urn": "<title>t</title><guid>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</guid>",
    "guid case": '<title>t</title><guid ispermalink="false">https://kelm.example/9</guid>',
    "guid odd": '<title>t</title><guid isPermaLink="FALSE">https://kelm.example/9</guid>',
    "two guids": "<title>t</title><guid>https://kelm.example/1</guid><guid>https://kelm.example/2</guid>",
    "two guids one link": "<title>t</title><guid isPermaLink='false'>a</guid><guid>https://kelm.example/2</guid><guid isPermaLink='false'>c</guid>",
    "two guids and link": "<title>t</title><guid>https://kelm.example/1</guid><link>https://kelm.example/3</link><guid>https://kelm.example/2</guid>",
    "twice encoded body": "<title>CafÃ© zu „dÃ©“</title><description>&lt;p&gt;Ã¼ber &amp;eacute;&lt;/p&gt;</description>",
    "fullitem and content": "<title>t</title><description>Short</description><fullitem>&lt;p&gt;Whole&lt;/p&gt;</fullitem>",
    "link relative": "<title>t</title><link>/a/b?c=1</link>",
    "link query": "<title>t</title><link>https://kelm.example/?a=1&amp;b=2&amp;copy=3</link>",
    "link parameters": "<title>t</title><link>https://kelm.example/?a=1&amp;b=2#c</link>",
    "link entity": "<title>t</title><link>https://kelm.example/?a=1&amp;lt=2&amp;amp=3&amp;lt;</link>",
    "own nested own": "<title>t</title><x:box><x:title>inner</x:title></x:box>",
    "link dots": "<title>t</title><link>https://kelm.example/a/../b</link>",
    "link cdata": "<title>t</title><link><![CDATA[ https://kelm.example/4 ]]></link>",
    "link unicode": "<title>t</title><link>https://kelm.example/müde</link>",
    "link script": "<title>t</title><link>javascript:alert(1)</link>",
    "link atom": '<title>t</title><atom:link href="https://kelm.example/5"/>',
    "link both": '<link>https://kelm.example/1</link><atom:link href="https://kelm.example/2" rel="alternate"/>',
    "link related": '<link>https://kelm.example/1</link><atom:link href="https://kelm.example/2" rel="related"/>',
    "creator": "<title>t</title><dc:creator>Ada Vell</dc:creator>",
    "author mail": "<title>t</title><author>ada@kelm.org (Ada Vell)</author>",
    "author brackets": "<title>t</title><author>Ada Vell &lt;ada@kelm.org&gt;</author>",
    "author mail only": "<title>t</title><author>ada@kelm.org</author>",
    "authors": "<title>t</title><dc:creator>Ada Vell</dc:creator><dc:creator>Ole Brandt</dc:creator>",
    "author twice": "<title>t</title><author>Ada Vell</author><itunes:author>Ada Vell</itunes:author>",
    "author empty": "<title>t</title><author></author>",
    "categories": '<title>t</title><category>Sea</category><category domain="d">Ships</category><category>Sea</category>',
    "subjects": "<title>t</title><dc:subject>Sea</dc:subject><category/><category domain='x'></category>",
    "enclosure": '<title>t</title><enclosure url="https://kelm.example/a.mp3" length="12" type="Audio/MPEG"/>',
    "enclosures": '<title>t</title><enclosure url="/a.mp3"/><enclosure url="/b.mp3" length="x" type="audio/mpeg"/>',
    "media": '<title>t</title><media:content url="https://kelm.example/i.jpg" medium="image" fileSize="9"/>',
    "media thumbnail": '<title>t</title><media:thumbnail url="https://kelm.example/t.jpg" width="9"/>',
    "media group": (
        '<title>t</title><media:group><media:content url="https://kelm.example/v.mp4" type="video/mp4"/>'
        "<media:description>Seen from the quay</media:description></media:group>"
    ),
    "media title": "<media:title>Theirs</media:title><title>Ours</title>",
    "media keywords": "<title>t</title><media:keywords>sea, salt</media:keywords><media:credit>Ada</media:credit>",
    "media in content": (
        '<title>t</title><media:content url="https://kelm.example/i.jpg"><media:title type="html">i</media:title>'
        '<media:description type="html">By the sea</media:description></media:content>'
    ),
    "podcast": (
        "<title>t</title><description>D</description><itunes:author>Ada Vell</itunes:author>"
        "<itunes:summary>A longer summary of it</itunes:summary><itunes:duration>12:00</itunes:duration>"
        "<itunes:keywords>sea,salt</itunes:keywords><itunes:explicit>no</itunes:explicit>"
        '<itunes:image href="https://kelm.example/c.png"/><itunes:subtitle>S</itunes:subtitle>'
    ),
    "podcast category": '<title>t</title><itunes:category text="Arts"/>',
    "comments": (
        "<title>t</title><comments>https://kelm.example/c</comments><slash:comments>3</slash:comments>"
        "<wfw:commentRss>https://kelm.example/cr</wfw:commentRss><x:own>1</x:own>"
    ),
    "source": '<title>t</title><source url="https://other.example/f">Other</source>',
    "own nested": "<title>t</title><x:box><title>inner</title></x:box>",
    "language": "<title>t</title><dc:language>de</dc:language>",
    "terms": "<title>t</title><dcterms:issued>2026-11-23T09:00:00Z</dcterms:issued>",
    "base": '<title>t</title><description xml:base="https://other.example/">&lt;a href="x"&gt;y&lt;/a&gt;</description>',
    "base of item": "<title>t</title><link xml:base='https://other.example/a/'>b</link><description>&lt;a href='/x'&gt;y&lt;/a&gt;</description>",
    "relative in body": (
        "<title>t</title><link>https://kelm.example/2026/1.html</link><description>&lt;a href='x'&gt;y&lt;/a&gt; &lt;a href='/z'&gt;y&lt;/a&gt;"
        " &lt;a href='#n'&gt;n&lt;/a&gt; &lt;img src='../i.jpg' alt='The quay'&gt;</description>"
    ),
    "relative in long": "<title>t</title><content:encoded><![CDATA[<p>See <a href='x?y=1'>here</a></p>]]></content:encoded>",
    "title typed": '<title type="text">A &lt;b&gt;b&lt;/b&gt; &amp;amp; c</title><itunes:summary type="html">a &lt;b</itunes:summary>',
    "title unknown element": "<title>The &lt;quay&gt; &amp;amp; the sea&lt;/quay&gt;</title><itunes:summary>a &lt;/blink&gt; b</itunes:summary>",
    "link slashes": "<title>t</title><link>https:////kelm.example//a</link>",
    "link query empty": "<title>t</title><link>https://kelm.example/a?</link><guid>https://kelm.example/a#</guid>",
    "link brackets": "<title>t</title><link>http://[kelm/a</link>",
    "link relative entity": "<title>t</title><link>?a=1&amp;amp;copy;=2</link>",
    "link blank inside": "<title>t</title><link>https://kelm.example/a b\nc</link>",
    "guid mail": "<title>t</title><guid>mailto:ada@kelm.example</guid>",
    "guid words": "<title>t</title><guid>Ferry No. 5: &quot;late&quot;</guid>",
    "podcast categories": '<title>t</title><category>Sea</category><itunes:category text="Arts"/><itunes:category/>',
    "windows in body": "<title>It\u0092s</title><description>&lt;p&gt;\u0093so\u0094 it &amp;#146;s \x81&lt;/p&gt;</description>",
    "twice encoded": "<title>CafÃ© zu</title><description>Grüße</description>",
    "windows": "<title>It\u0092s \u0093so\u0094</title>",
    "windows entity": "<title>It&#146;s</title>",
    "escape": "<title>a&#27;[31m</title>",
    "script": "<description>&lt;script&gt;x()&lt;/script&gt;&lt;p onclick=x&gt;Hi&lt;/p&gt;</description>",
    "atom date": "<title>t</title><pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate><atom:updated>2026-11-23T09:30:00Z</atom:updated>",
    "atom dates": "<title>t</title><atom:updated>2026-11-23T09:30:00Z</atom:updated><atom:published>2026-11-22T09:30:00Z</atom:published>",
    "atom inside": "<title>t</title><atom:updated>2026-11-23T09:00:00Z</atom:updated><atom:summary>S</atom:summary>",
    "description markup": "<description><p>not <b>escaped</b></p></description>",
    "description links": "<description>One <a href='/x?a=1&amp;b=2'>link</a>,<br/> <i>two</i>  tails <img src='i.png' alt='&quot;'/> </description>",
    "description based": "<description xml:base='https://other.example/'><a href='x'>link</a></description>",
    "content markup": "<content:encoded><h2>Part</h2><ul><li>one</li></ul></content:encoded>",
    "image": "<title>t</title><image><url>https://kelm.example/i.png</url><title>inner</title></image>",
    "fullitem": "<title>t</title><fullitem>Whole</fullitem>",
    "long": "<title>t</title><description>" + "word " * 2000 + "</description>",
}

DATES = [
    "Mon, 23 Nov 2026 10:00:00 +0100",
    "Mon, 23 Nov 2026 09:00:00 GMT",
    "Mon, 23 Nov 2026 04:00:00 EST",
    "23 Nov 2026 09:00:00 -0330",
    "Mon, 23 Nov 26 09:00 UT",
    "Mon, 31 Feb 2026 09:00:00 GMT",
    "Mon, 23 Nov 2026 24:00:00 GMT",
    "2026-11-23T09:00:00Z",
    "2026-11-23T09:00:00.25+05:30",
    "2026-11-23T09:00Z",
    "2026-11-23T09:00:00",
    "2026-11-23T09:00",
    "2026-11-23T09:00:00+0100",
    "2026-11-23 09:00:00",
    "2026-02-31T09:00:00Z",
    "2026-11-23T24:00:00Z",
    "Mon, 23 Nov 2026 09:00 PDT",
    "Mon, 23 Nov 2026 09:00:00 CEST",
    "Mon, 23 Nov 2026 09:00:60 GMT",
    "Mon, 23 Nov 2026 09:00:00",
    "mon, 23 nov 2026 09:00:00 gmt",
    "Monday, 23 November 2026 09:00:00 GMT",
    "1795424400",
    "2026-11-23T09:00:00Z &amp; &lt;later&gt;",
    "2026-11-23",
    "2026-11",
    "2026-327",
    "20261123",
    "Nov 23, 2026",
    "23/11/2026",
    "lun. 23 nov. 2026",
    "2026년 11월 23일",
    "Δευ, 23 Νοε 2026 09:00:00 GMT",
    "Mon Nov 23 09:00:00 2026",
    "yesterday",
    "",
    "0000-00-00T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "Thu, 01 Jan 1970 00:00:00 +0000",
]

ATOM_ENTRIES = {
    "plain": "<id>tag:kelm.example,2026:1</id><title>Ferry</title><link href='https://kelm.example/1'/>",
    "types": "<title type='html'>&lt;b&gt;x&lt;/b&gt;</title><content type='html'>&lt;p&gt;Hi&lt;/p&gt;</content>",
    "text": "<title type='text'>&lt;b&gt; stays</title><summary>1 &lt; 2 &amp;amp; 3</summary>",
    "xhtml": "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Hi <b>there</b></p></div></content>",
    "xhtml code": (
        "<content type='xhtml'>\n <h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:pre>a &lt; b\n  c</h:pre>"
        "<h:br/>d <h:a href='https://kelm.example/x?a=1&amp;b=2'>e</h:a><h:img src='https://kelm.example/i.jpg' alt='The quay'/></h:div>\n</content>"
    ),
    "xhtml title": "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <em>tide</em></div></title>",
    "xhtml svg": "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg></div></content>",
    "xhtml math": "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi><mo>=</mo><mn>1</mn></math></div></content>",
    "source link and summary": "<summary>S</summary><content type='video/mp4' src='https://kelm.example/i.mp4'></content>",
    "both": "<summary>Short</summary><content type='html'>&lt;p&gt;Much longer&lt;/p&gt;</content>",
    "media type": "<content type='text/html'>&lt;p&gt;Hi&lt;/p&gt;</content>",
    "base64": "<content type='text/plain' mode='base64'>SGk=</content>",
    "source link": "<content type='image/png' src='https://kelm.example/i.png'/>",
    "dates": "<published>2026-11-23T09:00:00Z</published><updated>2026-11-23T11:00:00+01:00</updated>",
    "updated only": "<updated>2026-11-23T11:00:00+01:00</updated>",
    "author": "<author><name>Ada Vell</name><email>ada@kelm.example</email></author>",
    "authors": "<author><name>Ada Vell</name></author><author><name>Ole Brandt</name></author>",
    "contributor": "<author><name>Ada</name></author><contributor><name>Ole</name></contributor>",
    "links": (
        "<link rel='alternate' href='https://kelm.example/1'/><link rel='edit' href='/e'/>"
        "<link rel='enclosure' type='audio/mpeg' length='9' href='https://kelm.example/a.mp3'/>"
        "<link rel='alternate' type='application/json' href='https://kelm.example/1.json'/>"
    ),
    "two alternates": "<link href='https://kelm.example/1'/><link href='https://kelm.example/2' hreflang='de'/>",
    "no link": "<id>https://kelm.example/7</id><title>t</title>",
    "relative link": "<id>x</id><link href='/8'/>",
    "categories": "<category term='sea' label='The Sea'/><category term='salt'/>",
    "media": (
        "<title>t</title><media:group><media:title>t</media:title><media:thumbnail url='https://kelm.example/t.jpg'/>"
        "<media:description>Seen from the quay</media:description></media:group>"
    ),
    "language": "<title xml:lang='fr'>Le bac</title>",
    "language of content": "<title>t</title><content type='html' xml:lang='fr'>Le bac</content><summary xml:lang='de'>x</summary>",
    "two languages": "<dc:language>nl</dc:language><content xml:lang='fr_CA'>Le bac</content>",
    "relative in body": "<link href='https://kelm.example/2026/1.html'/><content type='html'>&lt;a href='x'&gt;y&lt;/a&gt;</content>",
    "base": (
        "<id>x</id><link href='1'/><title>t</title><content type='html' xml:base='https://other.example/a/'>&lt;a href='x'&gt;y&lt;/a&gt;</content>"
    ),
    "base relative": "<title xml:base='b/'>t</title><link xml:base='c/' href='1'/><summary type='html' xml:base='../d/'>&lt;a href='x'&gt;y&lt;/a&gt;</summary>",
    "base in xhtml": (
        "<content type='xhtml' xml:base='/b/'><div xmlns='http://www.w3.org/1999/xhtml'><p>Hi <a href='there'>there</a></p></div></content>"
    ),
    "xhtml quoted": (
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml' xml:lang='de' class='a'>1 &lt; 2 &amp;amp; 3 <a href=\"https://kelm.example/?a=1&amp;quot;&quot;&gt;\">x</a>"
        "<br/><hr></hr><p></p><style>a &gt; b</style> tail &gt;<pre>\n a\n  b</pre><!-- c --></div></content>"
    ),
    "xhtml empty": "<title>t</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'/></content>",
    "windows": "<title>It\u0092s</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>It\u0092s</p></div></content>",
    "source": "<title>t</title><source><title>Other</title><id>x</id></source>",
    "rights": "<title>t</title><rights>Ada</rights><x:y>1</x:y>",
    "urn": "<id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><link href='https://kelm.example/1'/>",
}

WHOLE = {
    "rss 0.91": b'<rss version="0.91"><channel><title>K</title><language>en</language><item><title>a</title></item></channel></rss>',
    "rss 0.92": b'<rss version="0.92"><channel><item><description>a &lt;b&gt;b&lt;/b&gt;</description></item></channel></rss>',
    "rss 0.90": (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">'
        b"<channel><title>K</title></channel><item><title>a</title><link>https://kelm.example/1</link></item></rdf:RDF>"
    ),
    "rss 1.0": (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        b' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://kelm.example/"><title>K</title>'
        b"<link>https://kelm.example/</link><items><rdf:Seq><rdf:li resource='https://kelm.example/1'/></rdf:Seq></items>"
        b'</channel><item rdf:about="https://kelm.example/1"><title>a</title><link>https://kelm.example/1</link>'
        b"<description>b</description><dc:date>2026-11-23T09:00:00Z</dc:date><dc:creator>Ada</dc:creator></item></rdf:RDF>"
    ),
    "atom 0.3": (
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>K</title><entry><title>a</title>'
        b"<id>tag:kelm.example,2026:1</id><issued>2026-11-23T09:00:00Z</issued><modified>2026-11-23T10:00:00Z</modified>"
        b'<content type="text/html" mode="escaped">&lt;p&gt;b&lt;/p&gt;</content></entry></feed>'
    ),
    "atom 0.3 whole": (
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="de"><title mode="escaped">K &amp;amp; L</title>'
        b'<link rel="alternate" type="text/html" href="https://kelm.example/"/><tagline>News</tagline><entry>'
        b'<title mode="escaped" type="text/html">A &lt;b&gt;b&lt;/b&gt;</title><link rel="alternate" type="text/html"'
        b' href="https://kelm.example/1"/><id>https://kelm.example/1</id><created>2026-11-22T09:00:00Z</created>'
        b"<author><name>Ada Vell</name></author><modified>2026-11-23T10:00:00+01:00</modified>"
        b'<summary type="text/plain">s</summary></entry></feed>'
    ),
    "atom 0.3 xml": (
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>K</title><entry><title>a</title>'
        b'<content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml">b</div></content></entry></feed>'
    ),
    "atom 0.3 base64 html": (
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>K</title><entry><title>a</title>'
        b'<content type="text/html" mode="base64">PGI+SGk8L2I+</content></entry></feed>'
    ),
    "atom 0.3 base64": (
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>K</title><entry><title>a</title>'
        b'<content type="text/plain" mode="base64">SGk=</content></entry></feed>'
    ),
    "cdf": (
        b'<CHANNEL HREF="https://kelm.example/"><TITLE>K</TITLE><ITEM HREF="https://kelm.example/1" LASTMOD="2026-11-23T09:00">'
        b"<TITLE>a</TITLE><ABSTRACT>b</ABSTRACT></ITEM></CHANNEL>"
    ),
    "hints": rss(
        "<title>a</title>",
        "<title>K &amp;amp; L</title><ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>"
        "<sy:updateFrequency>4</sy:updateFrequency><language>de-DE</language><image><url>https://kelm.example/i</url>"
        "<title>inner</title><link>https://inner.example/</link></image>"
        '<atom:link rel="self" href="https://kelm.example/f"/>',
    ),
    "latin-1": '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><item><title>Fête</title></item></channel></rss>'.encode(
        "latin-1"
    ),
    "windows as latin-1": '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><item><title>“Fête”</title></item></channel></rss>'.encode(
        "cp1252"
    ),
    "utf-8 as latin-1": '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><item><title>Fête</title></item></channel></rss>'.encode(),
    "quotes in utf-8 as latin-1": '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><item><title>“Fête”</title><description>Ã© – €</description></item></channel></rss>'.encode(),
    "both as latin-1": b'<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><item><title>F\xc3\xaate f\xe9te</title></item><item><title>\xc3\xa9</title></item></channel></rss>',
    "windows": '<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><item><title>“Fête”</title></item></channel></rss>'.encode(
        "cp1252"
    ),
    "declared wrongly": '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><item><title>Fête</title></item></channel></rss>'.encode(
        "latin-1"
    ),
    "utf-16": '<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel><item><title>Fête</title></item></channel></rss>'.encode(
        "utf-16"
    ),
    "unknown encoding": b'<?xml version="1.0" encoding="klingon"?><rss version="2.0"><channel><item><title>a</title></item></channel></rss>',
    "bom": b"\xef\xbb\xbf" + rss("<title>F\xc3\xaate</title>".encode("latin-1").decode()),
    "leading blanks": b"\n\n  " + rss("<title>a</title>"),
    "undefined entity": rss("<title>Fish &nbsp; chips &eacute;</title>"),
    "bare ampersand": rss("<title>Fish & chips</title><link>https://kelm.example/?a=1&b=2</link>"),
    "control": rss("<title>a\x0bb\x1b[31mc</title>"),
    "cut": rss("<title>a</title><description>" + "words " * 20)[:-40],
    "unclosed": rss("<title>a<description>b</description>"),
    "doctype": b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    + rss("<title>a &eacute;</title>").split(b"\n", 1)[1],
    "own entity": b'<!DOCTYPE rss [<!ENTITY k "Kelm">]>' + rss("<title>&k; town</title>").split(b"\n", 1)[1],
    "prefixed rss": b'<r:rss xmlns:r="http://backend.userland.com/rss2" version="2.0"><r:channel><r:item><r:title>a</r:title></r:item></r:channel></r:rss>',
    "default namespace": b'<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><item><title>a</title></item></channel></rss>',
    "upper case": b'<RSS version="2.0"><CHANNEL><TITLE>K</TITLE><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>',
    "no entries": b'<rss version="2.0"><channel><title>K</title></channel></rss>',
    "empty channel": b'<rss version="2.0"><channel/></rss>',
    "no channel": b'<rss version="2.0"></rss>',
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><title>no feed</title></svg>",
    "rss language": rss("<title>t</title>").replace(b"<rss ", b'<rss xml:lang="de" '),
    "rss language of content": rss(
        "<title>t</title><description xml:lang='de'>x</description><content:encoded>longer</content:encoded>"
    ).replace(b"<rss ", b'<rss xml:lang="en_GB" '),
    "rss two languages": rss(
        "<title>t</title><content:encoded xml:lang='fr'>longer</content:encoded>", "<language>nl</language>"
    ).replace(b"<channel>", b'<channel xml:lang="de">'),
    "item language": rss(
        "<title>t</title><dc:language>it</dc:language><content:encoded>longer</content:encoded>"
    ).replace(b"<item>", b'<item xml:lang="de">'),
    "atom language named": atom(
        "<title>t</title><content>x</content>", "<title>K</title><dc:language>nl</dc:language>"
    ).replace(b"<feed ", b'<feed xml:lang="de" '),
    "rss base": rss(
        "<title>t</title><link>a</link><description>&lt;a href='x'&gt;y&lt;/a&gt;</description>"
    ).replace(b"<rss ", b'<rss xml:base="https://other.example/f/" '),
    "item base": rss(
        "<title>t</title><link>a</link><description>&lt;a href='x'&gt;y&lt;/a&gt;</description>"
    ).replace(b"<item>", b'<item xml:base="https://other.example/f/">'),
    "site relative": rss("<title>t</title><link>1</link>", "<title>K</title><link>/home</link>"),
    "atom base": atom(
        "<id>1</id><title>t</title><link href='a'/><content type='html'>&lt;a href='x'&gt;y&lt;/a&gt;</content>",
        "<title>K</title><link href='/home'/>",
    ).replace(b"<feed ", b'<feed xml:base="https://other.example/f/" xml:lang="en-US" '),
    "entry base": atom(
        "<id>1</id><title>t</title><link href='a'/><content type='html'>&lt;a href='x'&gt;y&lt;/a&gt;</content>"
    ).replace(b"<entry>", b'<entry xml:base="sub/" xml:lang="fr">'),
    "base javascript": atom("<title>t</title><link href='a'/>").replace(
        b"<feed ", b'<feed xml:base="javascript:x" '
    ),
    "koi8-r": '<?xml version="1.0" encoding="koi8-r"?><rss version="2.0"><channel><item><title>Паром</title></item></channel></rss>'.encode(
        "koi8-r"
    ),
    "atom language": atom("<title>t</title>").replace(b"<feed ", b'<feed xml:lang="de" '),
    "repeated ids": rss("<guid>x</guid><title>a</title></item><item><guid>x</guid><title>b</title>"),
}


def corpus() -> dict[str, bytes]:
    """Return every feed of the corpus by a name that says what it is about."""
    feeds = {f"rss, {name}": rss(item) for name, item in RSS_ITEMS.items()}
    feeds |= {f"rss, date {date}": rss(f"<title>t</title><pubDate>{date}</pubDate>") for date in DATES}
    feeds |= {f"rss, dc:date {date}": rss(f"<title>t</title><dc:date>{date}</dc:date>") for date in DATES}
    feeds |= {f"atom, {name}": atom(entry) for name, entry in ATOM_ENTRIES.items()}
    feeds |= {f"atom, date {date}": atom(f"<title>t</title><updated>{date}</updated>") for date in DATES}
    return feeds | WHOLE
