#!/bin/sh
# npm run dev: the same app, built again and restarted at each change of a source.
set -eu
. "$(dirname "$0")/install.sh"
exec node scripts/dev.ts
