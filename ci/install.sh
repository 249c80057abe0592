#!/usr/bin/env bash
# Installs planversion where nothing of the project gets in its way: the release asked for, or the
# one that this action belongs to.
set -euo pipefail

python -m venv "$RUNNER_TEMP/planversion"
bin="$RUNNER_TEMP/planversion/bin"
[ -d "$bin" ] || bin="$RUNNER_TEMP/planversion/Scripts"
if [ -n "${PLANVERSION_VERSION:-}" ]; then
  "$bin/python" -m pip install --quiet "planversion==$PLANVERSION_VERSION"
else
  "$bin/python" -m pip install --quiet "$GITHUB_ACTION_PATH"
fi
echo "$bin" >>"$GITHUB_PATH"
