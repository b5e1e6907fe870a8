def iso(text):
    return "-".join(reversed(text.split("/"))) if "/" in text else text


def money(text):
    return float("".join(c for c in text if c.isdigit() or c == "."))


def years(text):
    n = int(text)
    return None if n < 0 or n > 120 else n


RULES = {"id": int, "city": lambda t: " ".join(t.lower().split()).title(), "age": years, "joined": iso, "spent": money}


def clean(rows):
    out = {}
    for row in rows:
        new = {}
        for name, rule in RULES.items():
            text = row[name].strip()
            new[name] = None if text in ("", "-", "n/a", "NA") else rule(text)
        out[new["id"]] = new
    out.pop(None, None)
    return [out[key] for key in sorted(out)]
