"""Editions and crosswalks in open formats, for programs that know nothing of us."""
