#!/bin/sh
# npm run bench [-- pages|growth|weight|trail|access|search|recognition]: measurements, each a ratio against a named yardstick (docs/performance.md).
set -eu
. "$(dirname "$0")/install.sh"
build_if_needed
for name in ${*:-weight pages growth trail access search recognition}; do
  echo "── bench/$name.ts"
  node "bench/$name.ts"
done
