"""A report as JUnit's XML: a suite an edition, a test a rule that spoke."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planversion.checking import Finding
from planversion.errors import Problem
from planversion.rendering.reports.told import Told
from planversion.rendering.safety import on_one_line
from planversion.rules.base import SEVERITIES

# What XML 1.0 can't hold, even escaped.
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def junit(told: Told) -> str:
    """Tests that fail where a finding is as bad as `fail_on`; of lesser ones they tell."""
    suites = Element("testsuites", name="planversion")
    by_edition: dict[str, list[Finding]] = defaultdict(list)
    for one in told.report.looked_at:
        by_edition[f"{one.plan}@{one.edition}"] = []
    for finding in told.report.findings:
        by_edition[finding.edition].append(finding)
    for name, findings in by_edition.items():
        _suite(suites, name or "planversion", findings, told)
    if told.report.problems:
        _problems(suites, told)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(suites: Element, name: str, findings: list[Finding], told: Told) -> None:
    failing = sum(_fails(finding, told) for finding in findings)
    # A suite without tests would look as if nothing had been asked.
    tests = max(1, len(findings))
    suite = SubElement(suites, "testsuite", name=_plain(name))
    suite.attrib |= {"tests": str(tests), "failures": str(failing), "errors": "0", "skipped": "0"}
    for finding in findings:
        _test(suite, name, finding, told)
    if not findings:
        SubElement(suite, "testcase", classname=_plain(name), name="planversion check")


def _test(suite: Element, name: str, finding: Finding, told: Told) -> None:
    where = finding.problem.where
    place = where.prefix() if where else ""
    test = SubElement(suite, "testcase", classname=_plain(name))
    test.set("name", _plain(f"{finding.rule} {place}".strip()))
    if where:
        test.set("file", _plain(where.file))
        if where.line:
            test.set("line", str(where.line))
    words = _plain(told.told(finding))
    if _fails(finding, told):
        failure = SubElement(test, "failure", message=words, type=finding.level)
        failure.text = _plain(f"{place}: {told.told(finding)}")
    else:
        SubElement(test, "system-out").text = f"{finding.level}: {words}"


def _problems(suites: Element, told: Told) -> None:
    problems = told.report.problems
    suite = SubElement(suites, "testsuite", name="planversion")
    count = str(len(problems))
    suite.attrib |= {"tests": count, "failures": "0", "errors": count, "skipped": "0"}
    for problem in problems:
        test = SubElement(suite, "testcase", classname="planversion", name=_name(problem))
        words = _plain(told.in_words(problem.where, problem.what, problem.mend))
        SubElement(test, "error", message=words, type=problem.code).text = words


def _name(problem: Problem) -> str:
    place = problem.where.prefix() if problem.where else ""
    return _plain(f"{problem.code} {place}".strip())


def _fails(finding: Finding, told: Told) -> bool:
    if told.fail_on not in SEVERITIES:
        return False
    return SEVERITIES.index(finding.level) <= SEVERITIES.index(told.fail_on)


def _plain(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", on_one_line(text))
