#!/usr/bin/env bash
# Keeps one comment on the pull request: the first run writes it, later ones write it anew.
set -euo pipefail

if [ ! -f "$PLANVERSION_REPORT" ]; then
  exit 0
fi
key="${PLANVERSION_KEY//[^A-Za-z0-9_.-]/-}"
marker="<!-- planversion: $key -->"
comments="repos/$GITHUB_REPOSITORY/issues/$PLANVERSION_PULL_REQUEST/comments"
body="$RUNNER_TEMP/planversion-comment.json"
python - "$marker" "$PLANVERSION_REPORT" >"$body" <<'PYTHON'
import json
import sys
from pathlib import Path

marker, report = sys.argv[1:]
print(json.dumps({"body": f"{marker}\n{Path(report).read_text(encoding='utf-8')}"}))
PYTHON

tell() {
  # A token that may not comment is no reason to fail a check.
  echo "::warning title=planversion::The comment could not be written: $1"
  exit 0
}

MARKER="$marker" gh api --paginate "$comments" \
  --jq '.[] | select(.body | startswith(env.MARKER)) | .id' >"$body.ids" || tell "not readable"
id="$(head -n 1 "$body.ids")"
if [ -n "$id" ]; then
  url="$(gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" \
    --input "$body" --jq .html_url)" || tell "not writable"
else
  url="$(gh api --method POST "$comments" --input "$body" --jq .html_url)" || tell "not writable"
fi
echo "comment-url=$url" >>"$GITHUB_OUTPUT"
