# Sourced: finds Chromium, or installs it when we are root on Debian, or says how. The one without a window comes first:
# pages are the same, and the tests take two thirds of the time.
find_chromium() {
  for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    command -v "$name" && return
  done
}
CHROMIUM=${CHROMIUM:-$(find_chromium || true)}
if [ -z "$CHROMIUM" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests (once)…" >&2
  apt-get update -qq >&2
  apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-liberation >&2 ||
    apt-get install -y -qq --no-install-recommends chromium fonts-liberation >&2
  CHROMIUM=$(find_chromium || true)
fi
if [ -z "$CHROMIUM" ]; then
  echo "The browser tests need Chromium: install it, or set CHROMIUM to its path." >&2
fi
export CHROMIUM
