"""SkillSpan dev, TECH knowledge spans: exact and overlap F1 of both readers (needs HEADWAY_SHARED).

Only the train part was used for training. Skips, saying so, where the data is missing.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("HEADWAY_SHARED", ROOT.parent / "shared"))

if __name__ == "__main__":
    if not (SHARED / "data" / "skillspan").is_dir():
        print("skipped: SkillSpan is not here (HEADWAY_SHARED)")
        sys.exit(0)
    sys.exit(subprocess.run([sys.executable, str(ROOT / "tools" / "score_mentions.py")], check=False).returncode)
