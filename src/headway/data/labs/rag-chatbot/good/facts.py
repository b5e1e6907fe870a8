"""Reads every document into a table of facts first: (place, thing) -> (date, id, sentence), the newest kept."""

import re

FACT = [
    re.compile(r"(?P<s>The (?P<what>[a-z ]+?) of (?P<where>[A-Z]\w+ [A-Z]\w+) is [^.]+\.)"),
    re.compile(r"(?P<s>(?:At|For) (?P<where>[A-Z]\w+ [A-Z]\w+) the (?P<what>[a-z ]+?) is [^.]+\.)"),
]


def facts(documents):
    found = {}
    for d in sorted(documents, key=lambda d: (d["date"], d["id"])):
        for pattern in FACT:
            for m in pattern.finditer(d["text"]):
                found[m["where"], m["what"]] = (d["date"], d["id"], m["s"])
    return found


def lookup(documents, question):
    for (where, what), fact in facts(documents).items():
        if where in question and re.search(rf"\bthe {what}\b", question):
            return fact
    return None


def retrieve(documents, question, k):
    fact = lookup(documents, question)
    return [fact[1]][:k] if fact else []


def prompt(documents, question):
    fact = lookup(documents, question)
    return (fact[2] if fact else "Nothing is known.") + "\nQuestion: " + question


def answer(documents, question, reply):
    fact = lookup(documents, question)
    if fact is None or reply != fact[2]:
        return {"text": "I do not know.", "sources": []}
    return {"text": reply, "sources": [fact[1]]}


def evaluate(documents, cases, tuned, k):
    strip = lambda q: re.sub(r"[\W_]+", " ", q).strip().lower()
    old = [strip(q) for q in tuned]
    new = [c for c in cases if strip(c["question"]) not in old]
    text = {d["id"]: d["text"] for d in documents}
    no = "I do not know."
    a = [any(r in c["retrieved"][:k] for r in c["relevant"]) for c in new if c["relevant"] != []]
    b = [any(c["text"] in text[s] for s in c["sources"]) for c in new if c["text"] != no]
    c = [case["text"] == no for case in new if not case["relevant"]]
    return {"recall": sum(a) / len(a), "grounded": sum(b) / len(b), "refused": sum(c) / len(c)}
