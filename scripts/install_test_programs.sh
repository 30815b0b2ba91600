#!/usr/bin/env bash
# Installs the programs that some tests drive: Chromium (marker `browser`), Neovim (marker `neovim`) and ShellCheck. Without
# them those tests are skipped. Does nothing when they are there, and stops no build where they cannot be had.
set -euo pipefail

missing=()
command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing+=(chromium)
command -v nvim >/dev/null 2>&1 || missing+=(neovim)
command -v shellcheck >/dev/null 2>&1 || missing+=(shellcheck)
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

cannot() {
    echo "${missing[*]} cannot be installed ($1); the tests that need them will be skipped." >&2
    exit 0
}

command -v apt-get >/dev/null 2>&1 || cannot "there is no apt-get"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null || cannot "neither root nor sudo without a password"
    as_root=(sudo -n)
fi
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive timeout 300 apt-get -qq "$@" >/dev/null 2>&1
}
apt update || cannot "apt-get update failed"
for program in "${missing[@]}"; do
    apt install --no-install-recommends --yes "$program" || echo "$program cannot be installed; its tests will be skipped." >&2
done
