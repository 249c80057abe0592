"""A page as HTML: what stands in it comes through as text, and the whole is well-formed XML."""

from __future__ import annotations

import pytest
from lxml import etree
from lxml import html as parser

from planversion.rendering.page import (
    Bullets,
    Folded,
    Grid,
    Heading,
    Item,
    Page,
    Paragraph,
    Role,
    Span,
    line,
)
from planversion.rendering.web.fragment import fragment

_HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "]]>",
    '" onmouseover="alert(1)',
    "&lt;b&gt; &amp; &",
    "𠮷野家 👩‍👩‍👧",
    "長" * 10_000,
)


def test_every_block_has_its_element() -> None:
    page = Page(
        (
            Heading(1, line("計画")),
            Paragraph(line("本文")),
            Bullets((Item(line("上"), (Item(line("下")),)),)),
            Grid(
                (line(""), line("数")),
                (((line("一"), line("二")), (line("3"),)),),
                numeric=frozenset({1}),
            ),
            Folded(line("細目"), (Heading(2, line("中")), Paragraph(line("も")))),
        )
    )
    assert fragment(page) == (
        "<h1>計画</h1>\n"
        "<p>本文</p>\n"
        "<ul>\n<li>上\n<ul>\n<li>下</li>\n</ul>\n</li>\n</ul>\n"
        "<table>\n"
        '<thead><tr><td></td><th scope="col" class="number">数</th></tr></thead>\n'
        "<tbody>\n"
        '<tr><td>一<br/>二</td><td class="number">3</td></tr>\n'
        "</tbody>\n"
        "</table>\n"
        "<details><summary>細目</summary>\n<h2>中</h2>\n<p>も</p>\n</details>\n"
    )


@pytest.mark.parametrize(
    ("role", "written"),
    [
        ("plain", "名"),
        ("was", "<del>名</del>"),
        ("now", "<ins>名</ins>"),
        ("strong", "<strong>名</strong>"),
        ("kind", '<span class="kind">名</span>'),
        ("code", '<span class="code">名</span>'),
        ("quiet", '<span class="quiet">名</span>'),
    ],
)
def test_a_role_is_an_element_and_an_empty_run_is_nothing(role: Role, written: str) -> None:
    page = Page((Paragraph(line(Span("名", role), Span("", role))),))
    assert fragment(page) == f"<p>{written}</p>\n"


@pytest.mark.parametrize("text", _HOSTILE)
@pytest.mark.parametrize("role", ["plain", "now"])
def test_whatever_a_plan_says_is_text(text: str, role: Role) -> None:
    said = line(Span(text, role))
    page = Page(
        (
            Heading(1, said),
            Paragraph(said),
            Bullets((Item(said, (Item(said),)),)),
            Grid((said,), (((said,),),)),
            Folded(said, (Paragraph(said),)),
        )
    )
    written = fragment(page)
    for read in (parser.fromstring(written), etree.fromstring(f"<div>{written}</div>")):
        assert "".join(read.itertext()).split("\n").count(text) == 8
        assert not [one for one in read.iter() if one.tag in ("script", "b")]
        assert not [one for one in read.iter() if {*one.attrib} - {"scope"}]


@pytest.mark.parametrize("character", ["\0", "\x1b", "\u202e", "\u2066", "\ufffe", "\ud800", "\r"])
def test_what_xml_can_not_hold_is_shown_by_its_code(character: str) -> None:
    written = fragment(Page((Paragraph(line(f"前{character}後")),)))
    read = etree.fromstring(written)
    assert read.text == f"前\\x{ord(character):02x}後"
