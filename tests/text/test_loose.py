"""A body that is HTML by name only is read as what it is."""

import pytest

from tuinews.text.loose import readable


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a\nb</p>", "a b"),
        ("Tide\n\n0:00 Ebb\n1:12 Flood &amp; more", "Tide\n\n0:00 Ebb\n1:12 Flood & more"),
        ("&lt;p&gt;a &lt;b&gt;b&lt;/b&gt;&lt;/p&gt;&lt;p&gt;c&lt;/p&gt;", "a b\n\nc"),
        ("a&lt;br /&gt;b &amp;amp; c", "a\nb & c"),
        ("<p>The tag &lt;b&gt;x&lt;/b&gt; is bold.</p>", "The tag <b>x</b> is bold."),
        ("if a &lt; b and\nc &gt; d", "if a < b and\nc > d"),
        ("&#27;[31mred\n&#8238;x", "[31mred\nx"),
        (
            '<p>a</p><p>The post <a rel="nofollow" href="/p">Tide &amp; bay</a> appeared first on'
            ' <a href="/">Kelm</a>.</p><img src="/x.gif" width="1">',
            "a",
        ),
        ("<p>It&amp;#8217;s Oak &amp;amp; Kelm&amp;#x2014;and</p>", "It’s Oak & Kelm—and"),
        ("<p>Write <code>&amp;amp;nbsp;</code> for &amp;nbsp;</p>", "Write &amp;nbsp; for &nbsp;"),
        ("<p>&amp;#27;[31mred &amp;#8217;</p>", "[31mred ’"),
        ("<p>AT&amp;amp;T</p>", "AT&amp;T"),
        ("", ""),
    ],
)
def test_lines_are_kept_and_escaped_tags_are_read(body: str, text: str) -> None:
    assert readable(body)[0] == text


def test_a_mail_quoted_below_a_line_is_a_quotation() -> None:
    text, marks = readable("Jo wrote:\n> Nobody on the quay\n>> Did you ask?\nYes.")
    assert text == "Jo wrote:\n\nNobody on the quay\n\nDid you ask?\n\nYes."
    assert [text[mark.start : mark.end] for mark in marks] == [
        "Nobody on the quay\n\nDid you ask?",
        "Did you ask?",
    ]
    assert readable("\n" + ">" * 10_000 + " deep")[0].endswith("deep")


def test_bbcode_left_as_it_was_typed_is_read() -> None:
    body = (
        "[h2]New[/h2]\nTide &amp; &lt;i&gt;bay[/x]\n[list]\n[*]Oak\n[*][b]Kelm[/b]\n[/list]"
        "[quote=Ada;41]It rains[/quote]<br>\n[img]https://k.example/p.png[/img]"
        "[url=https://k.example/a]Notes[/url] [url]https://k.example/b[/url] [url=javascript:x]no[/url]"
    )
    text, marks = readable(body)
    assert text == "New\n\nTide & <i>bay[/x]\n\nOak\nKelm\n\nAda:\n\nIt rains\n\nNotes https://k.example/b no"
    assert [(mark.kind.value, mark.value, text[mark.start : mark.end]) for mark in marks] == [
        ("heading", "2", "New"),
        ("item", "•", "Oak"),
        ("item", "•", "Kelm"),
        ("strong", "", "Kelm"),
        ("blockquote", "", "Ada:\n\nIt rains"),
        ("link", "https://k.example/a", "Notes"),
        ("image", "https://k.example/p.png", ""),
        ("link", "https://k.example/b", "https://k.example/b"),
    ]
    assert readable("[bold]no[/bold] and [b]so[/b]")[0] == "[bold]no[/bold] and [b]so[/b]"
