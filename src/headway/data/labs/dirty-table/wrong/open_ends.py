import re
from datetime import datetime

def gap(text):
    text = text.strip()
    return None if text in ("", "-", "n/a", "NA") else text

def clean(rows):
    result = {}
    for row in rows:
        row = {k: gap(v) for k, v in row.items()}
        if row["id"] is None:
            continue
        key = int(row["id"])
        city = row["city"]
        if city is not None:
            city = " ".join(w.capitalize() for w in city.split())
        age = row["age"]
        if age is not None:
            age = int(age)
            if not 0 < age < 120:
                age = None
        joined = row["joined"]
        if joined is not None and "/" in joined:
            joined = datetime.strptime(joined, "%d/%m/%Y").date().isoformat()
        spent = row["spent"]
        if spent is not None:
            spent = float(re.sub(r"[^0-9.\-]", "", spent))
        result[key] = {"id": key, "city": city, "age": age, "joined": joined, "spent": spent}
    return [result[k] for k in sorted(result)]
