#!/bin/sh
# npm run eval:recognition -- FILE: how good recognising is on statements that somebody labelled (docs/model-card.md)
set -eu
. "$(dirname "$0")/install.sh"
exec node src/cli/eval-recognition.ts "$@"
