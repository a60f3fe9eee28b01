# Sourced: finds Chromium, or installs it when we are root on Debian, or says how.
if [ -z "${CHROMIUM:-}" ]; then
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
      CHROMIUM=$(command -v "$name")
      break
    fi
  done
fi
if [ -z "${CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests (once)…" >&2
  apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends chromium fonts-liberation >&2
  CHROMIUM=$(command -v chromium || true)
fi
if [ -z "${CHROMIUM:-}" ]; then
  echo "The browser tests need Chromium: install it, or set CHROMIUM to its path." >&2
fi
export CHROMIUM
