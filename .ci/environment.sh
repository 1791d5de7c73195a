#!/bin/sh
# Makes .venv from the lock, or sees in an instant that it is already there.
#
#   sh .ci/environment.sh demo    what the bot needs to run
#   sh .ci/environment.sh dev     the same and the developers' tools
#   sh .ci/environment.sh lock    any .venv with uv in it, to write the locks anew
#
# .venv/handrail.stamp is written last and names each lock that was installed with its checksum.
# No stamp, or other checksums: .venv is half built or out of date, and made from scratch.
# POSIX sh and tools only. The locks and pip's own configuration say what is fetched and from where.

set -u
LC_ALL=C
PIP_USER=0
PYTHONUNBUFFERED=1
export LC_ALL PIP_USER PYTHONUNBUFFERED
unset PYTHONHOME PYTHONPATH
CDPATH='' cd -- "$(dirname -- "$0")/.." || exit 1

venv=.venv
stamp=$venv/handrail.stamp
log=$venv/pip.log

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The stamp's line for a lock: its name, checksum and length.
line_for() { printf '%s %s\n' "$1" "$(cksum <"$1")"; }

stamped() {
    [ -x "$venv/bin/python" ] && [ -f "$stamp" ] || return 1
    wanted=$(line_for "$1")
    while IFS= read -r line; do
        [ "$line" = "$wanted" ] && return 0
    done <"$stamp"
    return 1
}

# Prints the version if this Python will do. A shim that only exists fails here without a word.
version_of() {
    "$1" -c 'import sys, ensurepip, venv
version = sys.version_info[:3]
if not (3, 11) <= version < (3, 14): sys.exit(1)
print("%d.%d.%d" % version)' </dev/null 2>/dev/null
}

make_venv() {
    for python in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3; do
        version=$(version_of "$python") && [ -n "$version" ] && break
        version=
    done
    [ -n "$version" ] || fail "Handrail needs Python 3.11, 3.12 or 3.13 with venv:" \
        "install it with 'sudo apt install python3-venv' or 'brew install python@3.12'," \
        "then run the same command again."
    say "Making $venv with Python $version. This is done once; the downloads follow."
    rm -rf "$venv" || fail "The folder $venv could not be removed: please remove it by hand."
    "$python" -m venv "$venv" >/dev/null 2>&1 ||
        fail "Python $version could not make the folder $venv here: is the disk full or read-only?"
}

# Turns "716 kB" or "9.8 MB" into thousands of bytes.
thousands() {
    number=${1%% *}
    case $1 in
    *MB) case $number in
        *.*) say "$((${number%.*} * 1000 + ${number#*.} * 100))" ;;
        *) say "$((number * 1000))" ;;
        esac ;;
    *kB) say "${number%.*}" ;;
    *) say 0 ;;
    esac
}

# Shows "alpha-1.0-py3-none-any.whl" and a remark as "  alpha 1.0, remark".
name_file() {
    rest=${1#*-}
    say "  ${1%%-*} ${rest%%-*}, $2"
}

# Reads pip's talk, keeps it in the log, and shows one short line for each package.
# The last line it reads is "pip ended with N", and N is what it returns.
show() {
    total=0
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        case $line in
        *'.metadata'*) ;;
        *'Downloading '*'('*')')
            size=${line##*(}
            size=${size%)*}
            total=$((total + $(thousands "$size")))
            name_file "${line#*Downloading }" "$size"
            ;;
        *'Using cached '*'('*')')
            name_file "${line#*Using cached }" 'downloaded before'
            ;;
        'Processing '*.whl*)
            line=${line%%.whl*}
            name_file "${line##*/}" 'from this computer'
            ;;
        *'WARNING: Retrying '*) say '  no answer from the package index, trying again' ;;
        'Installing collected packages:'*)
            say "Installing; $((total / 1000)).$((total % 1000 / 100)) MB were downloaded."
            ;;
        'pip ended with '*) return "${line#pip ended with }" ;;
        esac
    done
    return 1
}

pip_install() {
    : >"$log" || exit 1
    {
        "$venv/bin/python" -m pip install --no-input --disable-pip-version-check --no-color \
            --progress-bar off --retries 2 --timeout 15 "$@" </dev/null 2>&1
        say "pip ended with $?"
    } | show && return
    if ! grep -Eq 'DO NOT MATCH|No space left' "$log" &&
        grep -Eq 'Retrying|Max retries|[Tt]imed ?out|ReadTimeout|Connection ?(Error|Refused|Reset)' "$log"; then
        fail "The package index cannot be reached: check the network or pip's own settings," \
            "then run the same command again."
    fi
    grep 'ERROR' "$log" | tail -n 3 >&2
    fail "pip could not install the packages: $log has its full account."
}

install() {
    pip_install --require-hashes --only-binary :all: -r "$1"
}

kind=${1:-}
case $kind in
demo)
    stamped requirements.lock && exit 0
    make_venv
    install requirements.lock
    line_for requirements.lock >"$venv/stamp" && mv "$venv/stamp" "$stamp"
    ;;
dev)
    if stamped requirements.lock; then
        stamped requirements-dev.lock && exit 0
        if grep -q '^requirements-dev.lock ' "$stamp"; then
            make_venv
        else
            say "Adding the developers' tools to $venv."
            rm -f "$stamp"
        fi
    else
        make_venv
    fi
    install requirements-dev.lock
    { line_for requirements.lock && line_for requirements-dev.lock; } >"$venv/stamp" &&
        mv "$venv/stamp" "$stamp"
    ;;
lock)
    "$venv/bin/python" -c 'import pip' >/dev/null 2>&1 || make_venv
    "$venv/bin/python" -c 'import uv' >/dev/null 2>&1 || pip_install uv
    ;;
*)
    printf 'usage: sh .ci/environment.sh demo|dev|lock\n' >&2
    exit 2
    ;;
esac
