#!/bin/sh
# npm run places -- FILE: adds municipalities, organisations and teams (docs/operations.md)
set -eu
. "$(dirname "$0")/install.sh"
exec node src/cli/places.ts "$@"
