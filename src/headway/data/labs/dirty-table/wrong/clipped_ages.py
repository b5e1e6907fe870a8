import pandas as pd

GAPS = ["", "-", "n/a", "NA"]


def clean(rows):
    df = pd.DataFrame(rows).apply(lambda column: column.str.strip())
    df = df.mask(df.isin(GAPS))
    df = df[df["id"].notna()].copy()
    df["id"] = df["id"].astype(int)
    df = df.drop_duplicates("id", keep="last").sort_values("id")
    df["city"] = df["city"].str.replace(r"\s+", " ", regex=True).str.title()
    age = pd.to_numeric(df["age"])
    df["age"] = age.clip(0, 120)
    iso = pd.to_datetime(df["joined"], format="%Y-%m-%d", errors="coerce")
    day_first = pd.to_datetime(df["joined"], format="%d/%m/%Y", errors="coerce")
    df["joined"] = iso.fillna(day_first).dt.strftime("%Y-%m-%d")
    df["spent"] = df["spent"].str.replace(r"[^\d.]", "", regex=True).astype(float)
    out = df.astype(object).where(df.notna(), None).to_dict("records")
    for row in out:
        row["age"] = None if row["age"] is None else int(row["age"])
    return out
