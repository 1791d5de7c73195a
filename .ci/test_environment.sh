#!/bin/sh
# Tests of environment.sh with stand-ins for Python, so that nothing is downloaded and all takes seconds.
#
#   sh .ci/test_environment.sh
#
# Each test gets a folder with a space in its name, two small locks, and a PATH that holds a few
# tools and only those Pythons that the test puts there.

set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT
trap 'exit 130' INT TERM
shell=$(command -v "${TEST_SH:-sh}")

mkdir "$room/tools"
for tool in cat chmod cksum cp dirname env grep mkdir mv rm sed tail; do
    ln -s "$(command -v "$tool")" "$room/tools/$tool"
done
ln -s "$shell" "$room/tools/sh"

# A Python that answers what environment.sh asks: its version, a venv, a pip.
# What it is like stands in variables: LACKS (a module) and PIP (fine, offline, flaky, wrong).
cat >"$room/python" <<'STANDIN'
#!/bin/sh
case "$*" in
*ensurepip*) [ "${LACKS:-}" = ensurepip ] && echo "No module named 'ensurepip'" >&2 && exit 1
    echo "${VERSION:-3.11.9}" ;;
'-m venv '*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
'-c import pip') ;;
'-c import uv') exit 1 ;;
'-m pip install '*)
    echo "$*" >>asked
    case ${PIP:-fine} in
    killed) kill -9 "$PPID"; exit 1 ;;
    offline)
        echo "WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError'" >&2
        echo 'ERROR: No matching distribution found for alpha==1.0' >&2
        exit 1 ;;
    wrong)
        echo 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.' >&2
        exit 1 ;;
    esac
    echo 'Collecting alpha==1.0'
    echo '  Downloading alpha-1.0-py3-none-any.whl.metadata (7.0 kB)'
    echo '  Downloading alpha-1.0-py3-none-any.whl (716 kB)'
    echo '  Using cached beta_gamma-2.1.3-cp311-cp311-macosx_11_0_arm64.whl (9.8 MB)'
    echo 'Processing /a house/with wheels/delta-3.0-py3-none-any.whl (from -r requirements.lock (line 9))'
    echo '  Downloading epsilon-0.4.0-py3-none-any.whl (9.8 MB)'
    echo 'Installing collected packages: alpha, beta-gamma, delta, epsilon' ;;
*) echo "the stand-in was asked: $*" >&2; exit 64 ;;
esac
STANDIN
chmod +x "$room/python"

failures=0
count=0

# A new folder with a space, and no Python yet.
begin() {
    name=$1
    count=$((count + 1))
    house="$room/house $count"
    mkdir -p "$house/.ci" "$house/pythons"
    cp "$here/environment.sh" "$house/.ci/"
    echo 'alpha==1.0' >"$house/requirements.lock"
    echo 'beta-gamma==2.1.3' >"$house/requirements-dev.lock"
}

python_at() { cp "$room/python" "$house/pythons/$1"; }

# environment <kind> [VARIABLE=value …]: runs the script; its words go to $said, its status to $status.
environment() {
    kind=$1
    shift
    said=$(cd / && env -i PATH="$house/pythons:$room/tools" "$@" \
        "$shell" "$house/.ci/environment.sh" "$kind" </dev/null 2>&1)
    status=$?
}

wrong() {
    failures=$((failures + 1))
    printf 'FAILED %s: %s\n' "$name" "$1"
    printf '%s\n' "$said" | sed 's/^/    | /'
}
ends_with() { [ "$status" -eq "$1" ] || wrong "it ended with $status instead of $1"; }
says() { case $said in *"$1"*) ;; *) wrong "it did not say '$1'" ;; esac; }
says_not() { case $said in *"$1"*) wrong "it said '$1'" ;; esac; }
says_lines() {
    lines=$(printf '%s\n' "$said" | grep -c .)
    [ "$lines" -eq "$1" ] || wrong "it said $lines lines instead of $1"
}
asked() {
    times=$(grep -c . "$house/asked" 2>/dev/null)
    [ "${times:-0}" -eq "$1" ] || wrong "pip ran ${times:-0} times instead of $1"
}

begin 'no Python at all'
environment demo
ends_with 1
says_lines 1
says "sudo apt install python3-venv"
says "brew install python@3.12"

begin 'no ensurepip'
python_at python3
environment demo LACKS=ensurepip
ends_with 1
says_lines 1
says "sudo apt install python3-venv"

begin 'a broken shim is passed over'
printf '#!/bin/sh\necho "pyenv: python3.13: command not found" >&2\nexit 127\n' >"$house/pythons/python3.13"
chmod +x "$house/pythons/python3.13"
python_at python3.11
environment demo
ends_with 0
says 'Python 3.11.9'
says_not pyenv

begin 'a shim that says nothing and ends well is passed over'
printf '#!/bin/sh\nexit 0\n' >"$house/pythons/python3.13"
chmod +x "$house/pythons/python3.13"
python_at python3
environment demo
ends_with 0
says 'Python 3.11.9'

begin 'a named Python is tried first'
python_at python3.13
python_at 'my python'
environment demo PYTHON="$house/pythons/my python" VERSION=3.12.4
ends_with 0
says 'Python 3.12.4'

begin 'every package is shown, then how much was downloaded'
python_at python3
environment demo
ends_with 0
says '  alpha 1.0, 716 kB'
says '  beta_gamma 2.1.3, downloaded before'
says '  delta 3.0, from this computer'
says '  epsilon 0.4.0, 9.8 MB'
says 'Installing; 10.5 MB were downloaded.'
says_lines 6

begin 'a second time nothing is done'
python_at python3
environment demo
environment demo
ends_with 0
says_lines 0
asked 1

begin 'the demo needs no more than the tests have'
python_at python3
environment dev
environment demo
ends_with 0
says_lines 0
asked 1

begin 'the tests add to what the demo has'
python_at python3
environment demo
touch_mark="$house/.venv/kept"
: >"$touch_mark"
environment dev
ends_with 0
[ -f "$touch_mark" ] || wrong 'it made .venv from scratch'
asked 2
environment dev
says_lines 0

begin 'another lock makes .venv from scratch'
python_at python3
environment dev
: >"$house/.venv/leftover"
echo 'alpha==1.1' >"$house/requirements.lock"
environment demo
ends_with 0
[ ! -f "$house/.venv/leftover" ] || wrong 'it kept the old .venv'
asked 2

begin 'another lock of the tools makes .venv from scratch, for the tests only'
python_at python3
environment dev
: >"$house/.venv/leftover"
echo 'beta-gamma==2.2' >"$house/requirements-dev.lock"
environment demo
[ -f "$house/.venv/leftover" ] || wrong 'the demo made .venv from scratch'
environment dev
ends_with 0
[ ! -f "$house/.venv/leftover" ] || wrong 'it kept the old .venv'

begin 'a half-built .venv is made again'
python_at python3
environment demo PIP=killed
[ ! -f "$house/.venv/handrail.stamp" ] || wrong 'it wrote the stamp too early'
: >"$house/.venv/leftover"
environment demo
ends_with 0
[ ! -f "$house/.venv/leftover" ] || wrong 'it kept the half-built .venv'
[ -f "$house/.venv/handrail.stamp" ] || wrong 'it wrote no stamp'

begin 'killed while adding the tools, it is made again'
python_at python3
environment demo
environment dev PIP=killed
: >"$house/.venv/leftover"
environment demo
ends_with 0
[ ! -f "$house/.venv/leftover" ] || wrong 'it kept the half-built .venv'

begin 'a .venv whose Python has gone is made again'
python_at python3
environment demo
rm "$house/.venv/bin/python"
environment demo
ends_with 0
asked 2

begin 'the package index cannot be reached'
python_at python3
environment demo PIP=offline
ends_with 1
says 'The package index cannot be reached'
says_not NewConnectionError
says_lines 3
[ ! -f "$house/.venv/handrail.stamp" ] || wrong 'it wrote a stamp'

begin 'a package that is not what the lock says'
python_at python3
environment demo PIP=wrong
ends_with 1
says 'DO NOT MATCH THE HASHES'
says '.venv/pip.log'

begin 'pip is asked for hashes, two retries, nothing to compile'
python_at python3
environment demo
said=$(cat "$house/asked")
says '--require-hashes'
says '--retries 2'
says '--only-binary :all:'
says '-r requirements.lock'

begin 'the locks can be written without any lock installed'
python_at python3
environment lock
ends_with 0
[ ! -f "$house/.venv/handrail.stamp" ] || wrong 'it wrote a stamp'

printf 'environment.sh: %s tests, %s wrong\n' "$count" "$failures"
[ "$failures" -eq 0 ]
