#!/usr/bin/env bash
# Runs the check, keeps its reports, and leaves the verdict to the last step, so that the comment and
# the artifact are there when it fails.
set -euo pipefail

folder="$RUNNER_TEMP/planversion-report"
# The action may have run before in this job: what it found then is not what is found now.
rm -rf "$folder"
mkdir -p "$folder"
arguments=(
  --format "$PLANVERSION_FORMAT"
  --format "json:$folder/report.json"
  --format "markdown:$folder/report.md"
  --format "sarif:$folder/report.sarif"
)

# A branch that was just made has no state before: GitHub says so with zeros.
base="${PLANVERSION_BASE//[$'\r\n']/}"
if [ -n "$base" ] && [ -n "${base//0/}" ]; then
  arguments+=("--base=$base")
  if [ "$PLANVERSION_MERGE_BASE" = true ]; then arguments+=(--merge-base); fi
  if [ "$PLANVERSION_FETCH" = true ]; then arguments+=(--fetch); fi
fi
if [ -n "$PLANVERSION_FAIL_ON" ]; then arguments+=("--fail-on=$PLANVERSION_FAIL_ON"); fi
if [ -n "$PLANVERSION_CONFIG_FILE" ]; then arguments+=("--config=$PLANVERSION_CONFIG_FILE"); fi
if [ -n "$PLANVERSION_LANG" ]; then arguments+=("--lang=$PLANVERSION_LANG"); fi
arguments+=(--)
while IFS= read -r path; do
  path="${path%$'\r'}"
  if [ -n "$path" ]; then arguments+=("$path"); fi
done <<<"$PLANVERSION_PATHS"

code=0
planversion check "${arguments[@]}" || code=$?

{
  echo "exit-code=$code"
  echo "report-folder=$folder"
} >>"$GITHUB_OUTPUT"
if [ ! -f "$folder/report.json" ]; then
  # Nothing could be looked at; planversion has said why.
  echo "result=error" >>"$GITHUB_OUTPUT"
  exit "$code"
fi
cat "$folder/report.md" >>"$GITHUB_STEP_SUMMARY"
python - "$folder" >>"$GITHUB_OUTPUT" <<'PYTHON'
import json
import sys
from pathlib import Path

folder = Path(sys.argv[1])
report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
print(f"result={report['result']}")
for level in ("error", "warning", "info"):
    print(f"{level}-count={report['counts'][level]}")
for form, name in (("json", "json"), ("markdown", "md"), ("sarif", "sarif")):
    print(f"report-{form}={folder / f'report.{name}'}")
PYTHON
