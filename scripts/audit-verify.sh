#!/bin/sh
# npm run audit:verify [-- --heads] [-- --expect FILE]: does every event still fit its seal? (docs/operations.md)
set -eu
. "$(dirname "$0")/install.sh"
exec node src/cli/audit-verify.ts "$@"
