# Sourced by the other scripts: installs what is missing and puts our own Node first. Plain sh: nothing is there yet.
cd "$(dirname "$0")/.."
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo "Installing what is missing (once, about a minute)…" >&2
  NODE_ENV= npm ci --include=optional --include=dev >&2
  touch node_modules/.package-lock.json
fi
PATH="$PWD/node_modules/.bin:$PATH"
export PATH

# Builds when a source is newer than the last build.
build_if_needed() {
  if [ ! -f dist/built ] || [ -n "$(find src example content vite.config.ts package-lock.json -newer dist/built -type f -print -quit)" ]; then
    rm -rf dist
    vite build --logLevel warn
    vite build --ssr --logLevel warn
    touch dist/built
  fi
}
