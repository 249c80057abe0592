"""The pages of departments: what each carries, carried before, gained and lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planversion.messages import Message, say
from planversion.model import Edition
from planversion.publishing import addresses
from planversion.publishing.framing import Writer
from planversion.publishing.items import label, listed, to_department, to_edition, to_subject
from planversion.publishing.offices import Office, Offices, Turn
from planversion.publishing.site import Site
from planversion.rendering.speaking import projects
from planversion.rendering.web.escaping import shown


def departments_page(of: Site) -> bytes:
    """The list of all departments: those of the newest edition, then the others."""
    writer, newest = Writer(of.frame, addresses.DEPARTMENTS), of.series.editions[-1]
    now = [one for one in of.offices.by_name.values() if newest.id in one.projects]
    before = [one for one in of.offices.by_name.values() if newest.id not in one.projects]
    title = say("Departments").to(of.language)
    main = [f"<h1>{shown(title)}</h1>", f"<p>{to_edition(newest, writer)}</p>"]
    main.append(listed(_counted(one, newest.id, writer) for one in now))
    if before:
        main.append(writer.heading(say("In earlier editions only")))
        main.append(listed(_counted(one, next(reversed(one.projects)), writer) for one in before))
    return writer.page(title, "\n".join(main))


def _counted(office: Office, edition: str, writer: Writer) -> str:
    count = writer.word(projects(len(office.projects[edition])))
    return f'{to_department(office.name, writer)} <span class="quiet">{count}</span>'


def department_page(of: Site, office: Office) -> bytes:
    """The page of one department."""
    writer = Writer(of.frame, addresses.department(office.name))
    newest = of.series.by_id[next(reversed(office.projects))]
    main = "\n".join(
        (
            writer.above(say("department")),
            f"<h1>{shown(office.name)}</h1>",
            _named_in(office, of, writer),
            _kin(office, writer),
            f"<h2>{_projects_in(newest, writer)}</h2>",
            listed(_projects(office.projects[newest.id], newest, writer)),
            *(_turn(turn, office.name, of.offices, writer) for turn in office.turns),
        )
    )
    trail = ((addresses.DEPARTMENTS, say("Departments").to(of.language)),)
    return writer.page(office.name, main, trail)


def _named_in(office: Office, of: Site, writer: Writer) -> str:
    editions = [one for one in of.series.editions if one.id in office.projects]
    told = say("Named in: {editions}", editions=writer.listed(map(label, editions)))
    if of.series.editions[-1] in editions:
        return f"<p>{writer.word(told)}</p>"
    gone = writer.word(say("not in the newest edition"))
    return f'<p class="state ended">{gone}</p><p>{writer.word(told)}</p>'


def _kin(office: Office, writer: Writer) -> str:
    """From which departments it came, and which came from it."""
    entries = []
    for turn in reversed(office.turns):
        for message, names in _relations(turn):
            links = writer.listed(to_department(name, writer) for name in names)
            entries.append(f"{to_edition(turn.new, writer)} {writer.word(message)} {links}")
    return listed(entries, "kin")


def _relations(turn: Turn) -> Iterator[tuple[Message, tuple[str, ...]]]:
    if turn.predecessors:
        yield say("takes over from"), turn.predecessors
    if turn.givers:
        yield say("took projects from"), turn.givers
    if turn.heirs:
        yield say("goes on in"), turn.heirs
    if turn.takers:
        yield say("gave projects to"), turn.takers


def _projects_in(edition: Edition, writer: Writer) -> str:
    return writer.word(say("Projects in {edition}", edition=label(edition)))


def _projects(projects: Iterable[str], edition: Edition, writer: Writer) -> Iterator[str]:
    side = edition.outline
    for project in projects:
        codes = writer.listed(row.place.code for row in side.placements(project))
        name = to_subject(project, side.record(project).name, writer)
        yield f'<span class="code">{shown(codes)}</span> {name}'


def _turn(turn: Turn, name: str, of: Offices, writer: Writer) -> str:
    """What came and what went on the way to an edition."""
    lists = []
    carried = of.carried
    was, now = carried[turn.old.id], carried[turn.new.id]
    for message, found, edition, others, nobody in (
        (say("Came to it ({n})", n=len(turn.gained)), turn.gained, turn.new, was, say("new")),
        (say("Left it ({n})", n=len(turn.lost)), turn.lost, turn.old, now, say("ended")),
    ):
        if found:
            entries = (
                f"{told} {_other_side(others.get(project), name, nobody, writer)}"
                for project, told in zip(found, _projects(found, edition, writer), strict=True)
            )
            lists.append(f"<h3>{writer.word(message)}</h3>{listed(entries)}")
    if not lists:
        return ""
    at = addresses.changes(turn.old.id, turn.new.id)
    told = say("{old} → {new}", old=label(turn.old), new=label(turn.new))
    return f"<h2>{writer.here.link(at, writer.word(told), 'whole')}</h2>{''.join(lists)}"


def _other_side(names: tuple[str, ...] | None, but: str, nobody: Message, writer: Writer) -> str:
    """Who else carries a project on the other side; a word where nobody knows it there."""
    if names is None:
        return f'<span class="quiet">({writer.word(nobody)})</span>'
    links = writer.listed(to_department(name, writer) for name in names if name != but)
    return f'<span class="quiet">({links})</span>' if links else ""
