# Sourced by run and test: names every tool that is missing, and how to get it, before anything is started.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

require_tools() {
  local missing=()

  if ! command -v dotnet >/dev/null 2>&1; then
    missing+=("dotnet: install the .NET SDK 10, https://dotnet.microsoft.com/download/dotnet/10.0")
  elif ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    missing+=("dotnet: no SDK 10 among those installed; get it from https://dotnet.microsoft.com/download/dotnet/10.0")
  fi

  if ! command -v node >/dev/null 2>&1; then
    missing+=("node: install Node.js 20 or newer, https://nodejs.org/en/download")
  elif ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'; then
    missing+=("node: version $(node --version) is too old; Node.js 20 or newer is needed, https://nodejs.org/en/download")
  fi

  if ! command -v npm >/dev/null 2>&1; then
    missing+=("npm: it comes with Node.js, https://nodejs.org/en/download (on Debian: apt-get install npm)")
  fi

  if [ "${#missing[@]}" -gt 0 ]; then
    echo "Something is missing:" >&2
    printf '  %s\n' "${missing[@]}" >&2
    exit 2
  fi
}

# The browser tests drive Debian's Chromium; the Noto fonts have every letter of Kazakh.
require_chromium() {
  if [ -x /usr/bin/chromium ]; then
    return
  fi

  if [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ]; then
    echo "Installing Chromium ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-noto-core >/dev/null || true
  fi

  if [ ! -x /usr/bin/chromium ]; then
    echo "Something is missing:" >&2
    echo "  /usr/bin/chromium: the browser tests drive it (on Debian: apt-get install chromium fonts-noto-core, as root)" >&2
    exit 2
  fi
}

# The tests of the virus scanner speak with Debian's ClamAV where it is; elsewhere they are skipped, and its protocol is tested without it.
want_clamd() {
  if [ ! -x /usr/sbin/clamd ] && [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ]; then
    echo "Installing ClamAV ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends clamav-daemon; } >/dev/null 2>&1 || true
  fi
}
