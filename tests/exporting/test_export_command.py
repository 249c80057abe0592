"""`planversion export` and `planversion map` as people call them."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from conftest import ROOT
from programs import run

CASE = ROOT / "tests/cases/export"


def test_placeholder() -> None:
    assert CASE.exists()
