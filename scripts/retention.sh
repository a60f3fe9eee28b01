#!/bin/sh
# npm run retention [-- --dry-run]: what goes when its term is over, with a report (docs/operations.md)
set -eu
. "$(dirname "$0")/install.sh"
exec node src/cli/retention.ts "$@"
