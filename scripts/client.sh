#!/bin/sh
# npm run client -- add|list|end: programs of organisations that ask for tokens (docs/api-clients.md)
set -eu
. "$(dirname "$0")/install.sh"
exec node src/cli/client.ts "$@"
