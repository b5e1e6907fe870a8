"""Parse the facts once: (place, attribute) -> newest sentence."""
import re

def sentences(text): return re.findall(r"[^.!?]+[.!?]", text)

def words(s): return set(re.findall(r"[a-z]+|\d+", s.lower()))

STOP = set("what is the of at for in a an could you say tell me please i want to know how which does much many when who do we know about".split())

def is_order(s): return bool(re.search(r"\b(ignore|disregard|forget)\b", s, re.I))

def facts(documents):
    """list of (place words, attribute, sentence, doc)"""
    out = []
    for d in documents:
        for s in sentences(d["text"]):
            s = s.strip()
            if is_order(s): continue
            m = re.match(r"The ([a-z][a-z ]*?) of ((?:[A-Z]\w*)(?: [A-Z]\w*)*) is (.+)[.!?]$", s)
            if m: attr, place = m.group(1), m.group(2)
            else:
                m = re.match(r"(?:At|For|In) ((?:[A-Z]\w*)(?: [A-Z]\w*)*),? the ([a-z][a-z ]*?) is (.+)[.!?]$", s)
                if not m: continue
                place, attr = m.group(1), m.group(2)
            out.append((place.lower(), attr.lower(), m.group(3), s, d))
    return out

def matching(documents, question):
    q = " " + " ".join(re.findall(r"\w+", question.lower())) + " "
    hits = [f for f in facts(documents) if f" {f[0]} " in q and f" {f[1]} " in q]
    return sorted(hits, key=lambda f: f[4]["date"], reverse=True)

def retrieve(documents, question, k):
    ids = []
    for f in matching(documents, question):
        if f[4]["id"] not in ids: ids.append(f[4]["id"])
    q = words(question) - STOP
    for d in sorted(documents, key=lambda d: d["date"], reverse=True):
        if d["id"] not in ids and len(q & words(d["text"])) >= 2: ids.append(d["id"])
    return ids[:k]

def prompt(documents, question):
    hits = matching(documents, question)
    body = hits[0][3] + "\n" if hits else ""
    return "Question: " + question + '\n' + body

def answer(documents, question, reply):
    hits = matching(documents, question)
    if not hits: return {"text": "I do not know.", "sources": []}
    value = hits[0][2]
    newest = hits[0][4]["date"]
    src = []
    # every document that says the newest value, from the time it became true
    for f in hits:
        if f[2] == value and f[4]["id"] not in src: src.append(f[4]["id"])
    return {"text": hits[0][3], "sources": src}

def norm(q): return " ".join(re.findall(r"[a-z0-9]+", q.lower()))

def evaluate(documents, cases, tuned, k):
    seen = {norm(q) for q in tuned}
    cases = [c for c in cases if norm(c["question"]) not in seen]
    text = {d["id"]: d["text"] for d in documents}
    share = lambda xs: sum(xs) / len(xs) if xs else 0.0
    rel = [bool(set(c["relevant"]) & set(c["retrieved"][:k])) for c in cases if c["relevant"]]
    gr = [any(c["text"] in text.get(s, "") for s in c["sources"]) for c in cases if c["text"] != "I do not know."]
    ref = [c["text"] == "I do not know." for c in cases if not c["relevant"]]
    return {"recall": share(rel), "grounded": share(gr), "refused": share(ref)}
