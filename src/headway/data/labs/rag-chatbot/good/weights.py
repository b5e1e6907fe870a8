"""Rare words weigh more (BM25 over sentences); whole documents go into the prompt, cleaned of orders, while there is room."""

import math
import re
from collections import Counter

ORDER = re.compile(r"[^.!?]*\b(?:ignore|disregard|forget)\b[^.!?]*[.!?]", re.IGNORECASE)
ASKING = {"what", "please", "tell", "would", "like", "know", "could", "you", "say", "the", "and", "for"}


def tokens(text):
    return [t for t in re.findall(r"[a-z0-9]+", text.lower()) if len(t) > 2 and t not in ASKING]


def clean(document):
    return ORDER.sub(" ", document["text"]).strip()


def pieces(document):
    return [s.strip() for s in re.split(r"(?<=[.!?])\s+", clean(document)) if s.strip()]


def scored(documents, question):
    every = [(document, piece, Counter(tokens(piece))) for document in documents for piece in pieces(document)]
    holding = Counter(t for _, _, c in every for t in c)
    length = sum(sum(c.values()) for _, _, c in every) / len(every)
    best = {}
    for document, piece, counts in every:
        score = 0.0
        for t in set(tokens(question)):
            rare = math.log(1 + (len(every) - holding[t] + 0.5) / (holding[t] + 0.5))
            score += rare * counts[t] * 2.2 / (counts[t] + 1.2 * (0.9 + 0.1 * sum(counts.values()) / length))
        if score > best.get(document["id"], (-1,))[0]:
            best[document["id"]] = (score, document, piece)
    return sorted(best.values(), key=lambda row: -row[0])


def chosen(documents, question):
    """The best documents, those that are nearly as good as the best one sorted from new to old."""
    rows = scored(documents, question)
    top = rows[0][0]
    near = [row[1] for row in rows if row[0] > 0.9 * top]
    far = [row[1] for row in rows if row[0] <= 0.9 * top]
    return sorted(near, key=lambda d: d["date"], reverse=True) + far


def retrieve(documents, question, k):
    return [d["id"] for d in chosen(documents, question)][:k]


def prompt(documents, question):
    end, text = f"Question: {question}", ""
    for document in chosen(documents, question)[:4]:
        block = " ".join(pieces(document)) + "\n"
        if len(text) + len(block) + len(end) <= 1000:
            text += block
    return text + end


def answer(documents, question, reply):
    missing = [t for t in tokens(question) if t not in tokens(reply)]
    sources = sorted((d for d in documents if reply in pieces(d)), key=lambda d: d["date"])
    if missing or not sources:
        return {"text": "I do not know.", "sources": []}
    return {"text": reply, "sources": [sources[-1]["id"]]}


def key(question):
    return "".join(c for c in question.casefold() if c.isalnum())


def evaluate(documents, cases, tuned, k):
    seen, texts = set(map(key, tuned)), {d["id"]: d["text"] for d in documents}
    hits, known, grounded, answered, refused, unknown = 0, 0, 0, 0, 0, 0
    for case in cases:
        if key(case["question"]) in seen:
            continue
        said = case["text"] != "I do not know."
        if case["relevant"]:
            known += 1
            hits += any(i in case["relevant"] for i in case["retrieved"][:k])
        else:
            unknown += 1
            refused += not said
        if said:
            answered += 1
            grounded += any(case["text"] in texts[i] for i in case["sources"])
    return {"recall": hits / known, "grounded": grounded / answered, "refused": refused / unknown}
