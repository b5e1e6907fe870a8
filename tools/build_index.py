"""Hatch build hook: compile the knowledge base into the wheel, so that an installed Headway starts at once."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds src/headway/_index/*.json to a wheel (not to an editable install, which builds its own)."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" or self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from headway.knowledge.authored import digest_of
        from headway.knowledge.load import build, write_index

        data, folder = root / "src" / "headway" / "data", root / "build" / "index"
        digest = digest_of(data)
        write_index(build(data), digest, folder)
        for path in sorted(folder.glob(f"*-{digest}.json")):
            build_data["force_include"][str(path)] = f"headway/_index/{path.name}"
