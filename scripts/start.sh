#!/bin/sh
# npm start: install what is missing, build when a source changed, start.
set -eu
. "$(dirname "$0")/install.sh"
build_if_needed
exec node dist/server/server.js
