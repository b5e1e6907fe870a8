"""First thing that runs behind the walls: closes what is still open, then runs the code it was handed.

Started as a file, never imported by the parent. Standard library only. Reads one task from standard input; writes one
line saying which walls stand (before any of the code has run), then one line with what the calls gave. What the code
prints goes to standard error. Whoever runs here can write to the answer too: it holds answers, never a verdict.
"""

import base64
import builtins
import ctypes
import json
import linecache
import os
import sys
import types
from pathlib import Path
from typing import Any, NamedTuple

PROCESS, NETWORK, WRITE, READ, MEMORY = 91, 92, 93, 94, 86
"""Exit codes that the parent reads."""

_AUDITED = {
    "os.fork": PROCESS, "os.forkpty": PROCESS, "os.posix_spawn": PROCESS, "os.exec": PROCESS, "os.system": PROCESS,
    "subprocess.Popen": PROCESS, "pty.spawn": PROCESS, "socket.__new__": NETWORK, "socket.connect": NETWORK,
    "socket.getaddrinfo": NETWORK, "os.remove": WRITE, "os.rename": WRITE, "os.rmdir": WRITE, "os.mkdir": WRITE,
    "os.link": WRITE, "os.symlink": WRITE, "os.truncate": WRITE, "shutil.rmtree": WRITE, "os.kill": PROCESS,
    "os.killpg": PROCESS, "os.chmod": WRITE, "os.chown": WRITE, "os.utime": WRITE, "os.setxattr": WRITE,
    "os.removexattr": WRITE,
}  # fmt: skip
ARRAYS = ("<f8", "<f4", "<f2", "<i8", "<i4", "<i2", "|i1", "<u8", "<u4", "<u2", "|u1", "|b1")
"""Kinds of arrays that come back as they were; others as the widest of their sort."""
_LONGEST = 10_000
"""Binary digits; json refuses to read or write decimal numbers of more than 4,300."""
_OPEN = ("/dev/null", "/dev/urandom", "/dev/random", "/dev/zero", "/proc/self/maps")
"""Devices, and the list of the process's own libraries, which scikit-learn reads to set their threads."""


def _array(value: Any) -> Any:
    """Tagged arrays of a task as numpy arrays."""
    if isinstance(value, list):
        return [_array(each) for each in value]
    if isinstance(value, dict):
        if "$array" in value:
            import numpy as np

            flat = np.frombuffer(base64.b64decode(value["$array"]), dtype=value["dtype"])
            return flat.reshape(value["shape"]).copy()
        return {key: _array(each) for key, each in value.items()}
    return value


def plain(value: Any, whole: bool = False) -> Any:
    """A result as JSON; arrays of numbers are tagged. Raises TypeError for what cannot be handed back.

    whole: an array without dimensions is an array too, not its number.
    """
    if isinstance(value, int) and abs(value) >> _LONGEST:
        raise TypeError(f"a whole number of more than {_LONGEST} binary digits cannot be handed back")
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [plain(each, whole) for each in value]
    if isinstance(value, dict):
        return {str(plain(key)): plain(each, whole) for key, each in value.items()}
    if hasattr(value, "tolist") and hasattr(getattr(value, "dtype", None), "kind"):
        single = getattr(value, "ndim", 0) == 0 and not (whole and type(value).__name__ == "ndarray")
        if single or value.dtype.kind not in "fiub":
            return plain(value.tolist())
        import numpy as np

        name = value.dtype.newbyteorder("<").str
        usual = "<f8" if value.dtype.kind == "f" else "<i8"
        kept = np.ascontiguousarray(value, dtype=name if name in ARRAYS else usual)
        data = base64.b64encode(kept.tobytes()).decode()
        return {"$array": data, "dtype": kept.dtype.str, "shape": list(value.shape)}
    raise TypeError(f"a {type(value).__name__} cannot be handed back; return numbers, texts, lists, dicts or arrays")


class Calls(NamedTuple):
    """Numbers of Linux's system calls on one kind of processor.

    ended: no solution needs them (new processes, other programs, connections, other processes' memory, contents,
    rights and dates of files by name; name, clock, mounts, modules and restart of the machine, which root may change;
    watching files). refused: libraries may try them on themselves, and can do without (priorities,
    keys of the user, memory shared by name). own: allowed on this process alone (signals); limits: likewise, also as 0.
    """

    arch: int
    clone: int
    ended: tuple[int, ...]
    refused: tuple[int, ...]
    own: tuple[int, ...]
    limits: int


CALLS = {
    "x86_64": Calls(
        0xC000003E,
        56,
        (
            *(57, 58, 59, 322, 41, 42, 101, 310, 311, 425, 321, 272, 165, 438),
            *(76, 90, 91, 92, 93, 94, 260, 268, 452, 132, 235, 261, 280, 188, 189, 190, 197, 198, 199, 463, 466),
            *(129, 200, 297, 424, 434, 308, 298, 304, 440, 279, 256, 312),
            *(170, 171, 169, 167, 168, 164, 159, 227, 305, 163, 155, 161, 166, 175, 176, 313, 246, 320, 173, 172, 179),
            *(443, 153, 300, 253, 294, 428, 429, 430, 433, 442, 103, 162, 306),
        ),
        (141, 142, 144, 203, 314, 251, 248, 249, 250, 29, 30, 31, 64, 65, 66, 68, 69, 70, 71, 240, 241, 323),
        (62, 234),
        302,
    ),
    "aarch64": Calls(
        0xC00000B7,
        220,
        (
            *(221, 281, 198, 203, 117, 270, 271, 425, 280, 97, 40, 438),
            *(45, 52, 53, 54, 55, 452, 88, 5, 6, 7, 14, 15, 16, 463, 466),
            *(138, 130, 240, 424, 434, 268, 241, 265, 440, 239, 238, 272),
            *(161, 162, 142, 224, 225, 170, 171, 112, 266, 89, 41, 51, 39, 105, 106, 273, 104, 294, 60),
            *(443, 58, 262, 26, 428, 429, 430, 433, 442, 116, 81, 267),
        ),
        (140, 118, 119, 122, 274, 30, 217, 218, 219, 194, 195, 196, 190, 191, 193, 186, 187, 188, 189, 180, 181, 282),
        (129, 131),
        261,
    ),
}
# fork and vfork exist on x86 only. clone is allowed for threads; clone3 is 'not there', so that libc uses clone.


def _filter(calls: Calls, process: int) -> list[tuple[int, int, int, int]]:
    """The rows of the filter for the process of this number."""
    kill, allow, refuse, not_there = 0x80000000, 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38
    load, equal, at_least, bit, give = 0x20, 0x15, 0x35, 0x45, 0x06
    rows = [(load, 0, 0, 4), (equal, 1, 0, calls.arch), (give, 0, 0, kill), (load, 0, 0, 0)]
    rows += [(at_least, 0, 1, 0x40000000), (give, 0, 0, kill)]
    for number in calls.ended:
        rows += [(equal, 0, 1, number), (give, 0, 0, kill)]
    for number in calls.refused:
        rows += [(equal, 0, 1, number), (give, 0, 0, refuse)]
    rows += [(equal, 0, 1, 435), (give, 0, 0, not_there)]
    for number in calls.own:
        rows += [
            (equal, 0, 4, number),
            (load, 0, 0, 16),
            (equal, 0, 1, process),
            (give, 0, 0, allow),
            (give, 0, 0, kill),
        ]
    rows += [(equal, 0, 5, calls.limits), (load, 0, 0, 16), (equal, 1, 0, process), (equal, 0, 1, 0)]
    rows += [(give, 0, 0, allow), (give, 0, 0, kill)]
    rows += [(equal, 0, 3, calls.clone), (load, 0, 0, 16), (bit, 1, 0, 0x00010000), (give, 0, 0, kill)]
    return [*rows, (give, 0, 0, allow)]


def close_system_calls() -> bool:
    """Forbid new processes, other programs, connections, other processes and changes to files by name. Linux only.

    A filter in the kernel (seccomp) that cannot be taken off again: whoever tries is ended by it.
    """
    if not sys.platform.startswith("linux") or os.uname().machine not in CALLS:
        return False
    rows = _filter(CALLS[os.uname().machine], os.getpid())

    class Instruction(ctypes.Structure):
        _fields_ = (("code", ctypes.c_ushort), ("jt", ctypes.c_ubyte), ("jf", ctypes.c_ubyte), ("k", ctypes.c_uint))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("rows", ctypes.POINTER(Instruction)))

    listed = (Instruction * len(rows))(*(Instruction(*row) for row in rows))
    program = Program(len(rows), ctypes.cast(listed, ctypes.POINTER(Instruction)))
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, set_filter, dumpable = 38, 22, 4
    libc.prctl(dumpable, 0, 0, 0, 0)
    return bool(
        libc.prctl(no_new_privileges, 1, 0, 0, 0) == 0 and libc.prctl(set_filter, 2, ctypes.byref(program), 0, 0) == 0
    )


def close_files(readable: list[str]) -> bool:
    """Forbid every file but these folders and files, for reading (Landlock). False where the kernel lacks it."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    since = {1: 0x1FFF, 2: 0x3FFF}  # from the second version on moving between folders, from the third cutting short
    everything = ctypes.c_uint64(since.get(libc.syscall(444, None, 0, 1), 0x7FFF))
    run, read, listing = 1, 4, 8
    rules = libc.syscall(444, ctypes.byref(everything), 8, 0)
    if rules < 0:
        return False

    class Beneath(ctypes.Structure):
        _pack_ = 1
        _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))

    for path in readable:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        allowed = run | read | listing if Path(path).is_dir() else run | read
        added = libc.syscall(445, rules, 1, ctypes.byref(Beneath(allowed, place)), 0)
        os.close(place)
        if added != 0:
            return False
    libc.prctl(38, 1, 0, 0, 0)
    closed = libc.syscall(446, rules, 0) == 0
    os.close(rules)
    return bool(closed)


def watch(readable: list[str], own: list[str]) -> None:
    """End the process when Python code reaches out, so that the parent can say what it tried.

    The walls hold without this; it gives the reason. A hook cannot be removed from within Python. own: names that the
    code itself goes by; Python looks for a file of that name when it tells of an error of syntax.
    """
    within = tuple(path.rstrip("/") + "/" for path in readable)
    own_names = frozenset(own)
    leave, fspath, real = os._exit, os.fspath, os.path.realpath
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _AUDITED:
            leave(_AUDITED[event])
        if event == "open" and arguments and isinstance(arguments[0], str | bytes | os.PathLike):
            name = os.fsdecode(fspath(arguments[0]))
            if name in _OPEN:
                return
            if isinstance(arguments[2], int) and arguments[2] & writing:
                leave(WRITE)
            if name in own_names:
                return
            if name and not name.startswith("<") and not (real(name) + "/").startswith(within):
                leave(READ)

    sys.addaudithook(hook)


def _failure(error: BaseException, name: str) -> dict[str, Any]:
    """What the code raised, with the last of its own lines."""
    line, trace = None, error.__traceback__
    while trace is not None:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == name else line
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and error.filename == name:
        line = error.lineno
    try:
        words = str(error.msg if isinstance(error, SyntaxError) else error)[:500]
    except BaseException:  # noqa: BLE001 - their own way of telling it may fail, in any way
        words = "and its message could not be read"
    return {"$failure": {"type": type(error).__name__, "message": words, "line": line}}


def _load(task: dict[str, Any]) -> types.ModuleType:
    name, source = task["name"], task["source"]
    module = types.ModuleType("solution")
    module.__file__ = name
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    sys.modules["solution"] = module
    exec(builtins.compile(source, name, "exec"), module.__dict__)  # noqa: S102 - this is what the walls are for
    return module


def _answer(task: dict[str, Any]) -> list[Any]:
    """The value of every call, in order; where the code does not load, its failure for all of them."""
    name = task["name"]
    try:
        module = _load(task)
    except MemoryError:
        raise
    except BaseException as error:  # noqa: BLE001 - the code's own doing, all of it
        return [_failure(error, name)] * len(task["calls"])
    values = []
    for call in task["calls"]:
        try:
            function = getattr(module, call["function"], None)
            if not callable(function):
                failure = {"type": "", "message": f"no function {call['function']}", "line": None, "missing": True}
                values.append({"$failure": failure})
                continue
            given = _array(call["arguments"])
            value = function(*given)
            values.append(plain([value, given] if call["echo"] else value, call["whole"]))
        except MemoryError:
            raise
        except BaseException as error:  # noqa: BLE001
            values.append(_failure(error, name))
    return values


def main() -> int:
    """Close everything, say what is closed, run, answer."""
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    task = json.loads(sys.stdin.buffer.read())
    here = Path(__file__).parent
    sys.path[:] = [*task["path"], str(here), str(here.parent)]
    from launch import bound_all  # type: ignore[import-not-found]

    unmet = bound_all(task)
    sys.path[:] = task["path"]
    for each in task["preload"]:
        __import__(each)
    files = task["landlock"] and close_files(task["readable"])  # inside bubblewrap too: a second wall costs nothing
    walls = task["walls"] if task["walls"] == "bubblewrap" else "landlock" if files else "none"
    calls = bool(task["filter"]) and close_system_calls()
    head = {"walls": walls, "system_calls": calls, "unmet": unmet}
    answer.write(json.dumps(head).encode() + b"\n")
    answer.flush()
    watch(task["readable"], task["own"])
    try:
        values = _answer(task)
        answer.write(json.dumps(values).encode() + b"\n")
        answer.flush()
    except MemoryError:
        return MEMORY
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
