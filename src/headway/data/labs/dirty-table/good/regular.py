import datetime
import re


def value(text):
    text = re.sub(r"\s+", " ", text).strip()
    return None if re.fullmatch(r"|-|n/a|NA", text) else text


def date(text):
    form = "%d/%m/%Y" if re.match(r"\d\d/", text) else "%Y-%m-%d"
    return datetime.datetime.strptime(text, form).date().isoformat()


def clean(rows):
    kept = {}
    for row in reversed(rows):
        row = {name: value(text) for name, text in row.items()}
        if row["id"] is None or int(row["id"]) in kept:
            continue
        years = None if row["age"] is None else int(row["age"])
        money = None if row["spent"] is None else float(re.sub(r"[^\d.]", "", row["spent"]))
        kept[int(row["id"])] = dict(
            id=int(row["id"]),
            city=row["city"] and row["city"].title(),
            age=years if years is not None and years in range(0, 121) else None,
            joined=row["joined"] and date(row["joined"]),
            spent=money,
        )
    return sorted(kept.values(), key=lambda r: r["id"])
