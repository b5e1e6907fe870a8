GAPS = {"", "-", "n/a", "NA"}


def is_gap(text):
    return text.strip() in GAPS


def city(text):
    return text.strip()


def age(text):
    years = int(text)
    return years if 0 <= years <= 120 else None


def joined(text):
    text = text.strip()
    if "/" in text:
        day, month, year = text.split("/")
        return f"{year}-{month}-{day}"
    return text


def spent(text):
    return float(text.strip().strip("$€ ").replace(",", ""))


def clean(rows):
    by_id = {}
    for row in rows:
        if is_gap(row["id"]):
            continue
        by_id[int(row["id"])] = {
            "id": int(row["id"]),
            "city": None if is_gap(row["city"]) else city(row["city"]),
            "age": None if is_gap(row["age"]) else age(row["age"]),
            "joined": None if is_gap(row["joined"]) else joined(row["joined"]),
            "spent": None if is_gap(row["spent"]) else spent(row["spent"]),
        }
    return [by_id[id_] for id_ in sorted(by_id)]
