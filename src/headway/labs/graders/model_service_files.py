"""Lab 16, the files that nothing is run from: Dockerfile and pipeline, read by rules of our own."""

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from headway.labs.graders.model_service_shell import LINT, TEST, hides, runs, script_of
from headway.labs.model import Wrong

LONGEST = 20_000
SECRET = re.compile(
    r"(password|passwd|secret|token|api_?key|private_?key)\w*\s*[=\s]\s*['\"]?[^\s'\"$]+", re.IGNORECASE
)
SECRET_FILES = re.compile(r"(^|[\s/\"])(\.env|id_rsa|id_ed25519|\.netrc|credentials(\.json)?|[\w.-]+\.pem)([\s\"]|$)")
EVERYTHING = (".", "./", "./*", "*")
HASH = re.compile(r"[0-9a-f]{40}|sha256:[0-9a-f]{64}")
BUILD = re.compile(r"\b(docker|podman)\s+(buildx\s+)?build\b|\bdocker/build-push-action@")
WHATEVER_CAME = re.compile(r"\b(always|failure|cancelled)\s*\(")
EVERY = {"*", "**"}


def lint_dockerfile(text: str) -> None:
    """The rules that the brief names. Raises Wrong."""
    steps = list(_steps(text))
    if not any(word == "FROM" for word, _ in steps):
        raise Wrong("no-dockerfile")
    if any(not _pinned(rest, steps) for word, rest in steps if word == "FROM"):
        raise Wrong("base-unpinned")
    if any(word in ("ENV", "ARG") and SECRET.search(rest) for word, rest in steps) or any(
        word in ("COPY", "ADD") and SECRET_FILES.search(rest) for word, rest in steps
    ):
        raise Wrong("secret-inside")
    _layers(steps)
    last = steps[max(n for n, (word, _) in enumerate(steps) if word == "FROM") :]
    users = [rest.split(":")[0].strip() for word, rest in last if word == "USER"]
    if not users or users[-1] in ("root", "0", ""):
        raise Wrong("runs-as-root")
    if not any(word == "HEALTHCHECK" and not rest.upper().startswith("NONE") for word, rest in last):
        raise Wrong("no-healthcheck")
    starts = [rest for word, rest in last if word in ("CMD", "ENTRYPOINT")]
    if not starts or not all(_words(rest) for rest in starts):
        raise Wrong("shell-form")


def _steps(text: str) -> Iterator[tuple[str, str]]:
    """(instruction, rest) of each step, comments gone and continued lines joined."""
    lines = [line for line in text.splitlines() if not re.match(r"\s*#", line)]
    for line in re.sub(r"\\[ \t]*\n", " ", "\n".join(lines)).splitlines():
        word, _, rest = line.strip().partition(" ")
        if word:
            yield word.upper(), rest.strip()


def _pinned(rest: str, steps: list[tuple[str, str]]) -> bool:
    """A base of one version: a digest, a tag that begins with a number of two parts, or an earlier stage."""
    names = [word for word in rest.split() if not word.startswith("--")]
    stages = [r.split()[-1] for word, r in steps if word == "FROM" and re.search(r"\bas\b", r, re.IGNORECASE)]
    base = names[0] if names else ""
    return base in stages or "@sha256:" in base or bool(re.search(r":v?\d+\.\d+[\w.-]*$", base))


def _layers(steps: list[tuple[str, str]]) -> None:
    """Packages at one version, and installed before the code is copied. Raises Wrong."""
    install = [
        n for n, (word, rest) in enumerate(steps) if word == "RUN" and re.search(r"\b(pip|uv)\b.*\binstall\b", rest)
    ]
    if not install:
        raise Wrong("nothing-installed")
    for n in install:
        found = re.search(r"\binstall\b(.*?)(&&|;|$)", steps[n][1])
        words = found.group(1).split() if found else []
        loose = [
            w for w in words if not w.startswith("-") and "==" not in w and not re.search(r"\.txt$|\.lock$|^\.$", w)
        ]
        if loose:
            raise Wrong("packages-unpinned", f"Look at {loose[0]}.")
    before = steps[: install[0]]
    sources = [source for word, rest in before if word in ("COPY", "ADD") for source in _sources(rest)]
    if any(source in EVERYTHING or source.endswith((".py", "/")) for source in sources):
        raise Wrong("layer-order")
    if not any(source.endswith((".txt", ".lock", ".toml")) for source in sources) and "==" not in steps[install[0]][1]:
        raise Wrong("nothing-installed", "The list of packages is not copied before they are installed.")


def _sources(rest: str) -> list[str]:
    words = _words(rest) or rest.split()
    return [word for word in words if not word.startswith("--")][:-1]


def _words(rest: str) -> list[str]:
    """The words of the form ["a", "b"]; none of another form."""
    try:
        found = json.loads(rest)
    except ValueError:
        return []
    return found if isinstance(found, list) and found and all(isinstance(word, str) for word in found) else []


def lint_pipeline(text: str) -> None:
    """A pipeline that looks, tests and builds on every push, in that order, and hides nothing. Raises Wrong."""
    pipeline = _read(text)
    triggers = pipeline.get("on", pipeline.get(True))  # YAML 1.1 reads a bare `on` as true
    if not (triggers == "push" or (isinstance(triggers, list | dict) and "push" in triggers)):
        raise Wrong("not-on-push")
    if isinstance(triggers, dict) and not _every_push(triggers["push"]):
        raise Wrong("not-on-push", "It is limited to some branches, tags or paths.")
    jobs = pipeline.get("jobs")
    if not isinstance(jobs, dict) or not all(isinstance(job, dict) for job in jobs.values()):
        raise Wrong("pipeline-unreadable", "It has no jobs.")
    steps = {str(name): [_said(step) for step in _list(job.get("steps"))] for name, job in jobs.items()}
    for said in (each for found in steps.values() for each in found):
        for used in re.findall(r"^uses: (.*)$", said, flags=re.MULTILINE):
            if not used.startswith("./") and not HASH.search(used.partition("@")[2]):
                raise Wrong("action-unpinned", f"Look at {used}.")
    _open(jobs, pipeline)
    _complete(jobs, steps)


def _open(jobs: dict[str, Any], pipeline: dict[Any, Any]) -> None:
    """No failure is hidden. Raises Wrong."""
    places = [*jobs.values(), *(step for job in jobs.values() for step in _list(job.get("steps")))]
    if any(isinstance(each, dict) and each.get("continue-on-error") not in (None, False) for each in places):
        raise Wrong("failure-hidden")
    for job in jobs.values():
        for step in _list(job.get("steps")):
            how = hides(_said(step), _shell(step, job, pipeline))
            if how is not None:
                raise Wrong("failure-hidden", how)


def _shell(step: Any, job: dict[str, Any], pipeline: dict[Any, Any]) -> str:
    """The shell that a step names, else its job, else the pipeline; empty: none, which is `bash -e`."""
    for place in (step, *(each.get("defaults") for each in (job, pipeline))):
        named = place.get("run") if isinstance(place, dict) and place is not step else place
        if isinstance(named, dict) and named.get("shell"):
            return str(named["shell"])
    return ""


def _complete(jobs: dict[str, Any], steps: dict[str, list[str]]) -> None:
    """Lint, tests and build are there, in an order that cannot go wrong. Raises Wrong."""
    sure = {str(name): [_sure(job, step) for step in _list(job.get("steps"))] for name, job in jobs.items()}
    if not any(BUILD.search(said) for found in steps.values() for said in found):
        raise Wrong("step-missing", "The image is not built.")
    for what, tools in (("The code is not looked at", LINT), ("The tests are not run", TEST)):
        if not any(runs(said, tools) for found in sure.values() for said in found):
            raise Wrong("step-missing", f"{what}, or not on every push.")
    for name, job in jobs.items():
        building = [step for step in _list(job.get("steps")) if BUILD.search(_said(step))]
        if building and not _after(str(name), jobs, sure, steps):
            raise Wrong("build-untested")
        if any(WHATEVER_CAME.search(str(each.get("if", ""))) for each in ([job, *building] if building else [])):
            raise Wrong("build-untested", "Its condition lets it run after a failure.")


def _every_push(push: Any) -> bool:
    """Whether no branch, tag or path is left out."""
    filters = {str(key): value for key, value in push.items()} if isinstance(push, dict) else {}
    return all(key in ("branches", "tags") and EVERY & set(map(str, _list(value))) for key, value in filters.items())


def _sure(job: Any, step: Any) -> str:
    """What a step runs, where neither it nor its job depends on a condition; else nothing."""
    conditions = [each.get("if") for each in (job, step) if isinstance(each, dict)]
    return _said(step) if all(each in (None, True) or "success()" in str(each) for each in conditions) else ""


def _read(text: str) -> dict[Any, Any]:
    """The pipeline as a map; anchors and aliases are not taken. Raises Wrong."""
    if len(text) > LONGEST:
        raise Wrong("pipeline-unreadable", "It is too long.")
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
            raise Wrong("pipeline-unreadable", "It uses an alias (*); write the words out.")
        found = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Wrong("pipeline-unreadable", str(error).splitlines()[0] if str(error) else "") from None
    if not isinstance(found, dict):
        raise Wrong("pipeline-unreadable", "It is not a map.")
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _said(step: Any) -> str:
    """What a step runs and uses, as lines."""
    if not isinstance(step, dict):
        return ""
    script = script_of(str(step.get("run", "")))
    return "\n".join([script, *([f"uses: {step['uses']}"] if "uses" in step else [])])


def _after(name: str, jobs: dict[str, Any], sure: dict[str, list[str]], steps: dict[str, list[str]]) -> bool:
    """Whether tests come before the build: earlier in the job, or in a job that it needs, however far back."""
    first = next(n for n, said in enumerate(steps[name]) if BUILD.search(said))
    before = [line for said in sure[name][: first + 1] for line in said.splitlines()]
    building = next((n for n, line in enumerate(before) if BUILD.search(line)), len(before))
    if any(runs(line, TEST) for line in before[:building]):
        return True
    waiting, seen = [name], set()
    while waiting:
        job = waiting.pop()
        if job in seen or job not in steps:
            continue
        seen.add(job)
        if job != name and any(runs(said, TEST) for said in sure[job]):
            return True
        needs = jobs[job].get("needs", [])
        waiting += [needs] if isinstance(needs, str) else [str(each) for each in _list(needs)]
    return False
