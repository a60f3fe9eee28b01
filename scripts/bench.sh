#!/bin/sh
# npm run bench [-- pages|growth|weight|trail]: measurements, each a ratio against a named yardstick (docs/performance.md).
set -eu
. "$(dirname "$0")/install.sh"
build_if_needed
for name in ${*:-weight pages growth trail}; do
  echo "── bench/$name.ts"
  node "bench/$name.ts"
done
