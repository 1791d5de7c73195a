# Every target that needs packages first makes .venv from the lock. GNU make 3.81 is enough.
# Arguments go in ARGS: make test ARGS="-k craving", make demo ARGS="--port 9000".

PY = .venv/bin/python
UV_COMPILE = $(PY) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header

unexport PYTHONHOME PYTHONPATH
.NOTPARALLEL:
.PHONY: help demo tour test check bench drills drills-long lock clean

help: ## say what each target does
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1: \2/p' Makefile

demo: ## play an evening on this computer: no token needed, no message leaves it
	@sh .ci/environment.sh demo
	@exec $(PY) -S .ci/foreground.py $(PY) -m bot demo $(ARGS)

tour: ## print the same evening as a transcript, without a browser
	@sh .ci/environment.sh demo
	@exec $(PY) -m bot demo --tour $(ARGS)

test: ## run the tests
	@sh .ci/environment.sh dev
	@exec $(PY) -m pytest -n 2 $(ARGS)

check: ## check format, lint, types and import contracts
	@sh .ci/environment.sh dev
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -c 'from importlinter.cli import lint_imports_command as check; check()'

bench: ## measure speed and size, side by side with others
	@sh .ci/environment.sh dev
	@exec $(PY) -m tests.bench $(ARGS)

drills: ## kill the bot while people answer, the short form (about 25 minutes)
	@sh .ci/environment.sh dev
	@exec $(PY) -m tests.drills $(ARGS)

drills-long: ## the same with many more kills
	@sh .ci/environment.sh dev
	@exec $(PY) -m tests.drills --long $(ARGS)

lock: ## write both locks anew from pyproject.toml (ARGS=--upgrade takes newer versions)
	@sh .ci/environment.sh lock
	$(UV_COMPILE) $(ARGS) -o requirements.lock pyproject.toml
	$(UV_COMPILE) $(ARGS) -o requirements-dev.lock --extra dev -c requirements.lock pyproject.toml
	@if grep -nE '://|@ |^-|^ *# +.*(via|-[cr]) +/' requirements.lock requirements-dev.lock; \
	then echo 'The locks must hold no address and no path: see the lines above.' >&2; exit 1; fi

clean: ## remove .venv and everything that tools left behind
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
