"""TF-IDF over sentences, uses the model's reply."""
import re, math
from collections import Counter

def tok(s): return re.findall(r"\w+", s.lower())

def pool(documents):
    out = []
    for d in documents:
        for s in re.split(r"(?<=[.!?])\s+", d["text"]):
            if s and not re.match(r"(?i)\s*(please )?(ignore|disregard|forget|always)", s): out.append((s, d))
    return out

def idf(documents):
    df = Counter(w for d in documents for w in set(tok(d["text"])))
    return lambda w: math.log((len(documents) + 1) / (df[w] + 1)) if w in df else 0.0

def needed(question):
    """Place (capitalised words within) and what is asked."""
    place = re.findall(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b", question)
    return place[-1] if place else ""

def ranked(documents, question):
    w = idf(documents); q = set(tok(question)); place = needed(question)
    cand = []
    rare = {t for t in q if w(t) > 0.0}
    for s, d in pool(documents):
        t = set(tok(s))
        if place and place not in s: continue
        attr = re.search(r"\bthe ([a-z ]+?) is\b|The ([a-z ]+?) of ", s)
        if not attr: continue
        a = (attr.group(1) or attr.group(2)).strip()
        if set(tok(a)) <= q: cand.append((sum(w(x) for x in t & q), d["date"], s, d))
    cand.sort(key=lambda c: c[1], reverse=True)
    return cand

def retrieve(documents, question, k):
    ids = list(dict.fromkeys(c[3]["id"] for c in ranked(documents, question)))
    w = idf(documents); q = set(tok(question))
    rest = sorted(documents, key=lambda d: -sum(w(x) for x in q & set(tok(d["text"]))))
    return list(dict.fromkeys(ids + [d["id"] for d in rest]))[:k]

def prompt(documents, question):
    r = ranked(documents, question)[:1]
    return "Answer from these sentences only.\n" + "\n".join(c[2] for c in r) + f"\nQuestion: {question}"

def value(s): return s.rsplit(" is ", 1)[-1].rstrip(".!?")

def answer(documents, question, reply):
    r = ranked(documents, question)
    good = [c for c in r if c[2] == reply.strip()]
    if not r or not good or value(good[0][2]) != value(r[0][2]): return {"text": "I do not know.", "sources": []}
    return {"text": reply.strip(), "sources": [c[3]["id"] for c in r if value(c[2]) == value(reply)]}

def evaluate(documents, cases, tuned, k):
    plain = lambda s: "".join(ch for ch in s.lower() if ch.isalnum())
    tuned = set(map(plain, tuned)); by = {d["id"]: d for d in documents}
    n = Counter(); hit = Counter()
    for c in cases:
        if plain(c["question"]) in tuned: continue
        refused = c["text"] == "I do not know."
        if c["relevant"]:
            n["recall"] += 1; hit["recall"] += any(i in c["relevant"] for i in c["retrieved"][:k])
        else:
            n["refused"] += 1; hit["refused"] += refused
        if not refused:
            n["grounded"] += 1; hit["grounded"] += any(i in by and c["text"] in by[i]["text"] for i in c["sources"])
    return {m: (hit[m] / n[m] if n[m] else 0.0) for m in ("recall", "grounded", "refused")}
