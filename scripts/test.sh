#!/bin/sh
# npm test: types, lint, what nobody uses, borders, rules, database, API, pages, browser, accessibility, crash. `--long`: many more rounds.
# Ends with one line that counts every test that ran.
set -u
. "$(dirname "$0")/install.sh"
if [ "${1:-}" = "--long" ]; then
  LONG=1
  export LONG
fi
results=$(mktemp -d)
failed=0

step() {
  name=$1
  shift
  if "$@"; then
    echo "1 0" >"$results/$name"
  else
    echo "0 1" >"$results/$name"
    failed=1
  fi
}

step types tsc --noEmit
step lint biome check --error-on-warnings
step unused knip
step build build_if_needed

VITEST_JSON="$results/vitest.json"
export VITEST_JSON
vitest run || failed=1

. scripts/browser.sh
PLAYWRIGHT_JSON="$results/playwright.json"
export PLAYWRIGHT_JSON
playwright test || failed=1

node scripts/count.ts "$results" || failed=1
rm -rf "$results"
exit "$failed"
