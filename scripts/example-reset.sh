#!/bin/sh
# npm run example:reset: empties the example world, so that the next start makes one for that day.
set -eu
. "$(dirname "$0")/install.sh"
exec node src/cli/example-reset.ts
