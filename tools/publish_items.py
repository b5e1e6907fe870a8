"""Publish new test items: `python tools/publish_items.py` adds their digests to data/items/published.yaml.

Published ones stay as they are: `headway check` says where one was edited.
"""

import yaml

from headway.knowledge.authored import PUBLISHED, read_all
from headway.knowledge.files import data_root
from headway.knowledge.items import fingerprint

HEAD = "# Digests of published items, made by tools/publish_items.py. An item is replaced, never edited.\n"


def main() -> None:
    authored = read_all(data_root())
    known = dict(authored.published)
    for topic in authored.of("items").values():
        for item in topic.items:
            known.setdefault(item.id, fingerprint(item, item.skill or topic.skill))
    body = yaml.safe_dump(dict(sorted(known.items())), default_style="'")
    (data_root() / PUBLISHED).write_text(HEAD + body.replace("'", '"'), encoding="utf-8")


if __name__ == "__main__":
    main()
