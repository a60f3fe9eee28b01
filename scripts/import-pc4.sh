#!/bin/sh
# npm run import:pc4 -- FILE [--dry-run]: four-digit postcodes of the whole country (docs/operations.md)
set -eu
. "$(dirname "$0")/install.sh"
exec node src/cli/import-pc4.ts "$@"
