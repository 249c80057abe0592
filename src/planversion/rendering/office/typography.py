"""The paper, the fonts and the styles of a document for Word."""

from __future__ import annotations

from typing import Any

from planversion.rendering.office.fragments import FONT, OLDER_FONT
from planversion.rendering.office.grids import CELL, HEADER
from planversion.rendering.office.widths import Paper

_PAPERS = {"a4": (297, 210), "a3": (420, 297)}
_MARGIN = 12
"""Millimetres on every side."""
_TWIPS = 1440 / 25.4
_HEADINGS = {"Heading 1": 14, "Heading 2": 11, "Heading 3": 10}
_BODY = 9
_FONTS_OF = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_THEMES = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


def across(paper: Paper) -> float:
    """What lies between the margins, in twentieths of a point."""
    return (_PAPERS[paper][0] - 2 * _MARGIN) * _TWIPS


def set_paper(document: Any, paper: Paper) -> None:
    """Landscape of that size, the number of the page at its foot."""
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - an extra
    from docx.shared import Mm  # noqa: PLC0415 - an extra

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, _PAPERS[paper])
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Mm(_MARGIN))
    section.header_distance = section.footer_distance = Mm(6)
    _number_pages(section.footer.paragraphs[0])


def _number_pages(paragraph: Any) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra

    paragraph.alignment = 1
    for field, behind in (("PAGE", " / "), ("NUMPAGES", "")):
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        paragraph._p.append(simple)  # noqa: SLF001 - python-docx has no fields
        paragraph.add_run(behind)


def set_styles(document: Any) -> None:
    """Japanese fonts wherever there is text, and the paragraphs of a table."""
    styles = document.styles
    _set_font(styles["Normal"], _BODY)
    for name, size in _HEADINGS.items():
        _set_heading(styles[name], size)
    for identifier, centred in ((CELL, False), (HEADER, True)):
        _add_style(styles, identifier, centred=centred)
    _set_language(styles.element)
    _name_older_font(document)


def _set_heading(style: Any, size: int) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - an extra

    _set_font(style, size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(8), Pt(3)


def _add_style(styles: Any, identifier: str, *, centred: bool) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - an extra
    from docx.shared import Pt  # noqa: PLC0415 - an extra

    style = styles.add_style(identifier, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(1), Pt(1), 1.0
    if centred:
        form.alignment, style.font.bold = 1, True


def _set_font(style: Any, size: int) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra
    from docx.shared import Pt  # noqa: PLC0415 - an extra

    style.font.size, style.font.name = Pt(size), FONT
    fonts = style.element.rPr.rFonts
    # A theme goes before a name, and that of Latin letters has no Japanese.
    for theme in _THEMES:
        fonts.attrib.pop(qn(theme), None)
    for kind in _FONTS_OF:
        fonts.set(qn(kind), FONT)


def _set_language(styles: Any) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra

    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "ja-JP")


def _name_older_font(document: Any) -> None:
    """Which font to take where ours isn't: the table of fonts says that by another name."""
    package = document.part.package
    table = next(part for part in package.iter_parts() if part.partname == "/word/fontTable.xml")
    entry = (
        f'<w:font w:name="{FONT}"><w:altName w:val="{OLDER_FONT}"/><w:charset w:val="80"/>'
        '<w:family w:val="modern"/></w:font></w:fonts>'
    )
    end, said = b"</w:fonts>", entry.encode()
    table._blob = table.blob.replace(end, said)  # noqa: SLF001 - python-docx reads it as it is
