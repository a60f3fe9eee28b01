#!/bin/sh
# npm run train: makes the model that recognises issues anew from its corpus (docs/model-card.md)
set -eu
. "$(dirname "$0")/install.sh"
exec node src/cli/train.ts
