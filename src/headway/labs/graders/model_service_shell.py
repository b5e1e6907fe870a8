"""Lab 16, the scripts of a pipeline: which tools they run, and whether a tool that fails makes its step fail.

A step runs in `bash -e` unless it names another shell: that stops at the first command that fails, so `; exit 0` behind
it is never reached. It goes on where the failure is asked for (if, while, !, before && and ||), in a pipe before its
last command, behind &, and where `-e` is taken off.
"""

import re

LINT, TEST = {"ruff", "flake8", "pylint", "pycodestyle"}, {"pytest", "py.test", "unittest"}
SAYS = {"echo", "printf", "cat", "pip", "pip3", "apt", "apt-get", "which"}
"""Commands that name a tool and do not run it."""
LOOKS = {"--collect-only", "--co", "--version", "--help", "-h"}
"""Options with which a tool does not do its work."""
FAILS = r"(exit\s+[1-9$]|false\b)"
HIDDEN = re.compile(rf"\|\|(?!\s*({FAILS}|[{{(][^}})]*\b{FAILS}))|--exit-zero|\btrap\b[^\n]*\bexit\b")
OFF = re.compile(r"\bset\s+\+(\w*e|o\s+errexit)")
KEPT = re.compile(r"\|\|\s*(\w+)=\$\?(?=[\s\S]*\bexit\s+[\"']?\$\{?\1\b)")
"""A failure that is kept and told at the end: `|| code=$?`, and `exit $code` later. TOLD: likewise behind it."""
TOLD = re.compile(r"\b(\w+)=\$\?[\s\S]*\bexit\s+[\"']?\$\{?\1\b")
ASKED = re.compile(r"^\s*(if|elif|while|until|!)(\s|$)")
"""What stands behind these is a question: its failure is an answer, and ends nothing."""
PIPED = re.compile(r"(?<!\|)\|(?!\|)&?")
BESIDE = re.compile(r"(?<![&>|<])&(?![&>])")
INNER = re.compile(r"\b(?:ba|da|z)?sh\s+-(?!\w*e)\w*c\b([^\n]*)")
"""A shell within the shell, that does not stop at a failure."""
HERE = re.compile(r"(?<!<)<<(?!<)-?\s*(['\"]?)(\w+)\1([^\n]*)\n.*?^\s*\2\s*$", re.DOTALL | re.MULTILINE)
FUNCTION = re.compile(r"^\s*(?:function\s+)?(\w+)\s*\(\)", re.MULTILINE)
INNER_COMMAND = r"((?:[^()`;|&\n]|>&|&>)*)"
SAID = re.compile(
    r"((?:^|[;\n&|({]|\b(?:if|elif|while|until|then|do|else)\s|!\s)\s*)"
    rf"\w+=(\"?)(?:\$\({INNER_COMMAND}\)|`{INNER_COMMAND}`)\2(?=\s*(?:$|[;\n)]|&&|\|\|))"
)
"""What a command says, kept in a name (`x=$(pytest -q)`): the assignment fails as the command does. One command only:
the shell within goes on where there are several."""
OPENS = re.compile(r"(if|while|until|for|case|select)\b(.*)", re.DOTALL)
BEGUN = re.compile(r"(\w+\s*\(\)\s*)?[({]\s*")
"""What a group or a function begins with."""
NEVER, ALWAYS = re.compile(r"\s*(false|!\s*(true|:))\s*"), re.compile(r"\s*(true|:|!\s*false)\s*")
CLOSED = {"fi", "done", "esac", "}", ")"}


def script_of(text: str) -> str:
    """A script without comments, here-documents and what never runs; continued lines joined."""
    bare = re.sub(r"(^|\s)#[^\n]*", " ", text)
    joined = re.sub(r"\\\n|(?<=[&|])[ \t]*\n", " ", HERE.sub(r"\3", bare))
    return _alive(SAID.sub(lambda found: found[1] + (found[3] or found[4] or ""), joined))


def _alive(script: str) -> str:
    """The script without the branches of `if false` and its like."""
    kept: list[str] = []
    open_: list[tuple[str, bool, bool]] = []  # keyword, whether this branch never runs, whether one before always does
    for piece in re.split(r"([;\n])", script):
        rest = piece.strip()
        while rest:
            rest = BEGUN.sub("", rest)
            word = (rest.split(maxsplit=1) or [""])[0]
            if word in {"fi", "done", "esac"} and open_:
                open_.pop()
            elif word == "else" and open_:
                open_[-1] = (open_[-1][0], open_[-1][2], True)
            elif (found := OPENS.match(rest if word != "elif" else rest[2:])) is not None:
                keyword, condition = found.groups()
                never, always = (ALWAYS, NEVER) if keyword == "until" else (NEVER, ALWAYS)
                before = word == "elif" and bool(open_) and open_.pop()[2]
                asked = keyword in {"if", "while", "until"}
                ends = asked and bool(never.fullmatch(condition))
                open_.append((keyword, before or ends, before or (asked and bool(always.fullmatch(condition)))))
                break
            if word not in {"then", "do", "else"}:
                break
            rest = rest[len(word) :].strip()
        if piece in {";", "\n"} or not any(dead for _, dead, _ in open_):
            kept.append(piece)
    return "".join(kept)


def runs(said: str, tools: set[str]) -> bool:
    """Whether a script runs one of the tools: not its name alone, as where it is installed or spoken of."""
    for command in re.split(r"&&|\|\||[;|\n]", said):
        words = [re.split(r"==|@", word.strip("\"'(){}").rpartition("/")[2])[0] for word in command.split()]
        words = words[next((n for n, word in enumerate(words) if word and "=" not in word), 0) :]
        if not words or words[0] in SAYS or {"install", "add"} & set(words[:5]) or LOOKS & set(words):
            continue
        if tools & set(words):
            return True
    return False


def hides(script: str, shell: str) -> str | None:
    """How a failure stays hidden, in words that may be empty; None where it fails the step.

    shell: as the step names it; empty, where it names none.
    """
    if HIDDEN.search(KEPT.sub("", script)):
        return ""
    if not runs(script, LINT | TEST):
        return "" if OFF.search(script) else None
    tools = LINT | TEST | set(FUNCTION.findall(script))
    fails_in_pipes = shell == "bash" or "pipefail" in shell or "pipefail" in script
    if not fails_in_pipes and any(runs(PIPED.split(line)[0], tools) for line in _piped(script)):
        return "Of a pipe (|) only the last command counts, unless the step's shell is bash."
    if any(runs(inner.partition(";")[0], tools) for inner in INNER.findall(script) if ";" in inner):
        return "A shell started with -c goes on after a failure."
    stops = "{0}" not in shell or bool(re.search(r"\s-\w*e", shell))
    stops = stops and not OFF.search(script)
    return _goes_on(
        [each for each in re.split(r"[;\n]", script) if each.strip(" \t\"'") not in {"", *CLOSED}], tools, stops
    )


def _piped(script: str) -> list[str]:
    return [command for command in re.split(r"[;\n]|&&|\|\|", script) if PIPED.search(command)]


def _goes_on(commands: list[str], tools: set[str], stops: bool) -> str | None:
    """Whether one of the commands may fail, or never be reached, and the script succeeds; in which way."""
    told = any(re.search(r"\bexit\s+[1-9$]", command) for command in commands)
    asked = False
    for number, command in enumerate(commands):
        asked = asked or bool(ASKED.match(command))
        more = number < len(commands) - 1
        if (
            not asked
            and more
            and re.fullmatch(r"\s*exit(\s+0)?\s*", command)
            and runs("\n".join(commands[number:]), tools)
        ):
            return "It ends before the tests."
        if not runs(ASKED.sub("", command), tools):
            continue
        if BESIDE.search(command):
            return "What runs beside the rest (&) may fail unseen."
        if re.match(r"\s*!\s", command) and "||" in command:
            return "What stands behind || runs when the tests hold, not when they fail."
        if (ASKED.match(command) and not told) or (more and runs(command.rpartition("&&")[0], tools)):
            return "The shell goes on after a failure in a condition, or before &&."
        kept = more and re.match(r"\s*\w+=\$\?", commands[number + 1]) and TOLD.search(";".join(commands[number:]))
        if more and not stops and not kept:
            return "The shell does not stop at a failure without -e."
    return None
