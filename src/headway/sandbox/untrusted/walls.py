"""The command that starts Python behind bubblewrap: nothing of the user's files, no network, its own processes only."""

import os
import shutil
import site
import subprocess
import sys
import sysconfig
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

BOX = "/box"
SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime")
OWN = ("/dev/null", "/dev/urandom", "/proc/self/maps")
HERE = Path(__file__).parent
INSIDE = HERE / "inside.py"
LAUNCH = HERE.parent / "launch.py"
BESIDE = {
    "fastapi": (
        *("starlette", "pydantic", "pydantic_core", "typing_extensions", "typing_inspection", "annotated_types"),
        *("annotated_doc", "anyio", "sniffio", "idna", "opentelemetry"),
    ),
    "pandas": ("dateutil", "six", "pytz", "tzdata", "numpy"),
    "scipy": ("numpy",),
    "sklearn": ("scipy", "joblib", "threadpoolctl", "narwhals", "numpy"),
    "torch": (
        *("torchgen", "functorch", "typing_extensions", "sympy", "mpmath", "networkx", "jinja2", "markupsafe"),
        *("filelock", "fsspec", "numpy"),
    ),
}
"""What a package imports in its turn."""
LIBRARIES = {"sklearn": "scikit_learn.libs"}
"""Folders of compiled libraries that are not named after the import name."""
DESCRIBED = {"opentelemetry": "opentelemetry_api-*.dist-info"}
"""Descriptions of a package that it reads itself; without them it complains on standard error."""
EARLY = {"torch": ("torch._dynamo",)}
"""Parts that a package imports late and that want to write then: they are imported before anything is closed."""
SETTINGS = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "JOBLIB_MULTIPROCESSING": "0",  # scikit-learn then works in this process alone
    "TORCHINDUCTOR_CACHE_DIR": "/",  # torch makes this folder when imported; this one is there already
}


def interpreter() -> str:
    """The real Python program: a virtual environment's link would lead out of the box."""
    return str(Path(sys.executable).resolve())


def package_folders(packages: tuple[str, ...]) -> dict[str, str]:
    """Where the installed packages lie, by the name they must have in a folder on the path; with all they import.

    A package that is not installed is left out: importing it then fails as it would anywhere.
    """
    found: dict[str, str] = {}
    wanted = [*packages, *(beside for name in packages for beside in BESIDE.get(name, ()))]
    for name in dict.fromkeys(wanted):
        spec = find_spec(name)
        place = _place(spec) if spec else None
        if place is None:
            continue
        found[place.name] = str(place)
        libraries = place.parent / LIBRARIES.get(name, f"{name}.libs")
        if libraries.is_dir():
            found[libraries.name] = str(libraries)
        if name in DESCRIBED:
            found |= {each.name: str(each) for each in place.parent.glob(DESCRIBED[name])}
    return found


def _place(spec: ModuleSpec) -> Path | None:
    """The folder of a package, also of one that several distributions share; the file of a module."""
    if spec.origin is None or Path(spec.origin).name.startswith("__init__"):
        folders = list(spec.submodule_search_locations or ())
        return Path(folders[0]) if folders else None
    return Path(spec.origin)


def standard_folders() -> list[str]:
    """Folders of the standard library, compiled part included."""
    paths = sysconfig.get_paths()
    stdlib = [paths["stdlib"], paths["platstdlib"], str(Path(paths["stdlib"]) / "lib-dynload")]
    return list(dict.fromkeys(str(Path(each).resolve()) for each in stdlib))


def _installed() -> list[str]:
    """Folders of installed packages inside the Python that is shown: they are covered up."""
    names = [*site.getsitepackages([sys.base_prefix, "/usr", "/usr/local"])]
    names += [str(Path(each) / "site-packages") for each in standard_folders()]
    names += ["/usr/lib/python3/dist-packages"]
    return [name for name in dict.fromkeys(names) if Path(name).is_dir()]


def boxed(packages: dict[str, str]) -> list[str]:
    """The command line up to and including the Python program and the file it runs."""
    program = shutil.which("bwrap") or "bwrap"
    line = [program, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"]
    base = str(Path(sys.base_prefix).resolve())
    for place in (*SYSTEM, *([] if base == "/usr" else [base])):
        path = Path(place)
        if path.is_symlink() and place in ("/lib", "/lib64", "/bin"):
            line += ["--symlink", os.readlink(place), place]  # noqa: PTH115 - the link itself, not where it leads
        elif path.exists():
            line += ["--ro-bind", place, place]
    for place in _installed():
        if place.startswith(("/usr/", base + "/")):
            line += ["--size", str(1 << 20), "--tmpfs", place]
    line += ["--proc", "/proc", "--dev", "/dev", "--dir", BOX]
    for name, source in packages.items():
        line += ["--ro-bind", source, f"{BOX}/packages/{name}"]
    line += ["--ro-bind", str(INSIDE), f"{BOX}/{INSIDE.name}", "--ro-bind", str(LAUNCH), f"{BOX}/{LAUNCH.name}"]
    for name, value in SETTINGS.items():
        line += ["--setenv", name, value]
    line += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", BOX]
    return [*line, interpreter(), "-I", "-S", "-B", "-X", "utf8", f"{BOX}/{INSIDE.name}"]


@cache
def bubblewrap_works() -> bool:
    """Whether bubblewrap is installed and the system lets it build its box (tried once a process)."""
    if not sys.platform.startswith("linux") or shutil.which("bwrap") is None:
        return False
    line = boxed({})
    try:
        done = subprocess.run([*line[:-1], "-c", "pass"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
