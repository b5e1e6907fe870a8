import numpy as np


def column(rows, name):
    texts = np.char.strip(np.array([row[name] for row in rows], dtype=str))
    return texts, np.isin(texts, ["", "-", "n/a", "NA"])


def clean(rows):
    ids, no_id = column(rows, "id")
    keep = {int(ids[i]): i for i in np.flatnonzero(~no_id)}
    places = [keep[key] for key in sorted(keep)]
    parsed = {}
    for name in ("city", "age", "joined", "spent"):
        texts, gap = column(rows, name)
        parsed[name] = [None if gap[i] else str(texts[i]) for i in places]
    result = []
    for n, i in enumerate(places):
        city, age, joined, spent = (parsed[name][n] for name in ("city", "age", "joined", "spent"))
        if joined and joined[2] == "/":
            joined = f"{joined[6:]}-{joined[3:5]}-{joined[:2]}"
        result.append(
            {
                "id": int(ids[i]),
                "city": None if city is None else " ".join(w[0].upper() + w[1:].lower() for w in city.split()),
                "age": int(age) if age is not None and 0 <= int(age) <= 120 else None,
                "joined": joined,
                "spent": None if spent is None else float(spent.replace(",", "").replace("$", "").replace("€", "")),
            }
        )
    return result
