"""A report as JUnit's XML: a suite an edition, a test a finding."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planversion.checking import Finding
from planversion.errors import Location, Problem
from planversion.rendering.reports.told import Told
from planversion.rendering.safety import on_one_line
from planversion.rules.base import SEVERITIES

# What XML 1.0 can't hold, even escaped; controls and surrogates are shown as their codes before.
_NO_XML = re.compile("[\ufffe\uffff]")
_OURSELVES = "planversion"


def junit(told: Told) -> str:
    """Tests that fail where a finding is as bad as `fail_on`; of lesser ones they tell."""
    suites = Element("testsuites", name=_OURSELVES)
    for name, findings in _by_edition(told).items():
        suite = SubElement(suites, "testsuite", name=_plain(name))
        for finding in findings:
            _finding(suite, name, finding, told)
        # A suite without tests would look as if nothing had been asked.
        if not (findings or told.report.problems):
            SubElement(suite, "testcase", classname=_plain(name), name="planversion check")
    if told.report.problems:
        suite = SubElement(suites, "testsuite", name=_OURSELVES)
        for problem in told.report.problems:
            _problem(suite, problem, told.erring)
    _count(suites)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _by_edition(told: Told) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in told.report.looked_at:
        found[f"{one.plan}@{one.edition}"] = []
    for finding in told.report.findings:
        found[finding.edition or _OURSELVES].append(finding)
    return found


def _finding(suite: Element, name: str, finding: Finding, told: Told) -> None:
    # Known by what it is about, so that a line put in before it makes no new test of it.
    test = _test(suite, name, f"{finding.rule} {finding.fingerprint}", finding.problem.where)
    words = _words(finding.problem, told)
    if _fails(finding, told):
        SubElement(test, "failure", message=words, type=finding.level).text = words
    else:
        SubElement(test, "system-out").text = f"{finding.level}: {words}"


def _problem(suite: Element, problem: Problem, told: Told) -> None:
    place = problem.where.prefix() if problem.where else ""
    test = _test(suite, _OURSELVES, f"{problem.code} {place}".strip(), problem.where)
    words = _words(problem, told)
    SubElement(test, "error", message=words, type=problem.code).text = words


def _test(suite: Element, classname: str, name: str, where: Location | None) -> Element:
    test = SubElement(suite, "testcase", classname=_plain(classname), name=_plain(name))
    if where:
        test.set("file", _plain(where.file))
    if where and where.line:
        test.set("line", str(where.line))
    return test


def _words(problem: Problem, told: Told) -> str:
    place = f"{problem.where.prefix()}: " if problem.where else ""
    return _plain(place + told.in_words(problem.where, problem.what, problem.mend))


def _fails(finding: Finding, told: Told) -> bool:
    if told.fail_on not in SEVERITIES:
        return False
    return SEVERITIES.index(finding.level) <= SEVERITIES.index(told.fail_on)


def _count(suites: Element) -> None:
    """How many tests there are and how they ended, of each suite and of all."""
    for suite in (suites, *suites.findall("testsuite")):
        ends = {"tests": "testcase", "failures": "failure", "errors": "error"}
        suite.attrib |= {key: str(_number(suite.iter(tag))) for key, tag in ends.items()}


def _number(elements: Iterable[Element]) -> int:
    return sum(1 for _ in elements)


def _plain(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", on_one_line(text))
