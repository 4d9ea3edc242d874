# The set-up that start.sh and test.sh share: stages with their times, system packages, the Python environment.
# Sourced, not run. POSIX sh; `set -eu` and the checkout as working directory are the caller's.

LOG=.cache/set-up.log

# What Qt needs to draw, with and without a screen, and faces for Latin, Cyrillic and Arabic text.
RUN_PACKAGES="ca-certificates python3 python3-venv
    libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0 libwayland-egl1
    fonts-dejavu-core fonts-liberation fonts-noto-core"

# A screen that is not there, hands to type on it, ears on the accessibility bus, independent readers of the reports
# (Word, tables, pages), and printers of PDF.
TEST_PACKAGES="xvfb xauth openbox xdotool x11-xkb-utils procps
    dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-pyatspi
    libreoffice-writer-nogui libreoffice-calc-nogui pandoc poppler-utils chromium"

say() {
    printf '%s\n' "$*"
}

# fail MESSAGE…: says why, and ends the script.
fail() {
    printf 'verifier: %s\n' "$*" >&2
    exit 1
}

# stage NAME COMMAND…: runs a command out of sight and prints how long it took; shows its output if it fails.
stage() {
    name=$1
    shift
    began=$(date +%s)
    mkdir -p .cache
    printf '%-40s' "$name"
    if "$@" >"$LOG" 2>&1 </dev/null; then
        say "$(($(date +%s) - began)) s"
    else
        say "failed after $(($(date +%s) - began)) s"
        tail -n 40 "$LOG" >&2
        fail "\"$name\" did not work; the whole output is in $LOG"
    fi
}

# missing_packages NAME…: those that dpkg does not have installed (some bear the ending t64 on later systems).
missing_packages() {
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" "${package}t64" 2>/dev/null |
            grep -qx installed || printf '%s ' "$package"
    done
}

# as_root COMMAND…: runs a command as root: at once, or through sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -- "$@"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# system_packages NAME…: installs what is missing; asks for nothing where nothing is.
system_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is not Debian: its counterparts of these are taken to be installed: $*"
        return
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null 2>&1 ||
            fail "these packages are missing, and there is no sudo to install them with." \
                "As root: apt-get install --no-install-recommends $missing"
        sudo -v || fail "these packages are missing. As root: apt-get install --no-install-recommends $missing"
    fi
    # shellcheck disable=SC2086  # one word a package
    stage "system packages ($(echo $missing | wc -w))" apt_install $missing
}

# node_command: sees to Node and npm: those that are there already, or Debian's.
node_command() {
    if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
        system_packages nodejs npm
    fi
}

npm_packages() {
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --no-progress) && npm_stamp "$1" >"$1/node_modules/.stamp"
}

npm_stamp() {
    { cat "$1/package-lock.json" && node --version; } | sha256sum | cut -d ' ' -f 1
}

# page_checkers FOLDER: what looks at HTML reports, from npm; a current one is left alone without asking any network.
page_checkers() {
    node_command
    if [ "$(cat "$1/node_modules/.stamp" 2>/dev/null)" != "$(npm_stamp "$1")" ]; then
        stage "checkers of pages ($1)" npm_packages "$1"
    fi
}

# python_command: prints a Python that can make the environment: $PYTHON, python3, or Debian's own.
python_command() {
    for candidate in ${PYTHON:-} python3 /usr/bin/python3; do
        if "$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            say "$candidate"
            return
        fi
    done
    fail "Python 3.11 or later with its venv module is needed (Debian 12: python3 python3-venv)"
}

# lock_stamp LOCK: what an environment made from a lock is known by: the lock, and the place it stands in.
lock_stamp() {
    { cat "installer/$1.lock" && pwd; } | sha256sum | cut -d ' ' -f 1
}

project_stamp() {
    sha256sum pyproject.toml | cut -d ' ' -f 1
}

# packages_current FOLDER LOCK: whether the environment's packages are those of the lock.
packages_current() {
    [ -x "$1/bin/python" ] && [ "$(cat "$1/$2.stamp" 2>/dev/null)" = "$(lock_stamp "$2")" ]
}

# environment_current FOLDER LOCK: whether nothing is left to do there.
environment_current() {
    packages_current "$1" "$2" && [ "$(cat "$1/project.stamp" 2>/dev/null)" = "$(project_stamp)" ] &&
        "$1/bin/python" -c 'import verifier, lxml.etree' 2>/dev/null
}

# Chained, because `set -e` is off inside a stage. Without dependencies: the lock names them all, and the pip of Debian
# 12 stumbles over extras that two packages spell differently.
make_packages() {
    "$python" -m venv --clear "$1" &&
        "$1/bin/python" -m pip install --disable-pip-version-check --quiet --progress-bar off \
            --require-hashes --no-deps --only-binary :all: --requirement "installer/$2.lock" &&
        lock_stamp "$2" >"$1/$2.stamp"
}

make_project() {
    "$1/bin/python" -m pip install --disable-pip-version-check --quiet \
        --no-index --no-deps --no-build-isolation --editable . &&
        project_stamp >"$1/project.stamp"
}

# translations FOLDER: compiles those that changed since the project was installed; a part of a second.
translations() {
    "$1/bin/python" hatch_build.py >/dev/null || fail "the translations in resources/translations are damaged"
}

# environment FOLDER LOCK: makes the environment, or leaves a current one alone without asking any network.
environment() {
    if environment_current "$1" "$2"; then
        return
    fi
    if ! packages_current "$1" "$2"; then
        python=$(python_command)
        stage "Python packages ($1, $2.lock)" make_packages "$1" "$2"
    fi
    stage "the program itself ($1)" make_project "$1"
}

# Python and Qt both want a UTF-8 locale; a bare machine has none set.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *UTF-8 | *utf8) ;;
    *) unset LC_ALL; export LANG=C.UTF-8 LC_CTYPE=C.UTF-8 ;;
esac
