"""Sentences as vectors of weighted words, compared by the cosine; numpy does the rest."""

import re

import numpy as np

DULL = frozenset("what is the of please tell me at i would like to know could you say for".split())
NO = {"text": "I do not know.", "sources": []}


def bag(text):
    return [w for w in re.findall(r"\w+", text.lower()) if w not in DULL]


class Index:
    def __init__(self, documents):
        self.rows = []
        for d in sorted(documents, key=lambda d: d["date"], reverse=True):
            for s in re.findall(r"[A-Z][^.!?]*[.!?]", d["text"]):
                if not re.search(r"\b(ignore|disregard|forget)\b|answer:", s, re.I):
                    self.rows.append((d["id"], s))
        self.place = {w: i for i, w in enumerate(sorted({w for _, s in self.rows for w in bag(s)}))}
        counts = np.array([self.count(s) for _, s in self.rows])
        self.rare = np.log(len(self.rows) / (counts > 0).sum(axis=0))
        self.x = counts * self.rare

    def count(self, text):
        v = np.zeros(len(self.place))
        for w in bag(text):
            if w in self.place:
                v[self.place[w]] += 1
        return v

    def best(self, question, most):
        q = self.count(question) * self.rare
        shared = (self.x > 0) @ q  # what of the question a sentence holds
        order = np.argsort(-np.round(shared, 9), kind="stable")
        return [self.rows[i] for i in order[:most]]


def retrieve(documents, question, k):
    ids = []
    for id_, _ in Index(documents).best(question, 20):
        if id_ not in ids:
            ids.append(id_)
    return ids[:k]


def prompt(documents, question):
    return "".join(s + "\n" for _, s in Index(documents).best(question, 4)) + "Question: " + question


def answer(documents, question, reply):
    held = [id_ for id_, s in Index(documents).rows if s == reply]
    full = all(w in bag(reply) for w in bag(question))
    return {"text": reply, "sources": held[:1]} if held and full else NO


def evaluate(documents, cases, tuned, k):
    norm = lambda q: tuple(re.findall(r"\w+", q.lower()))
    out = {norm(q) for q in tuned}
    cases = [c for c in cases if norm(c["question"]) not in out]
    body = {d["id"]: d["text"] for d in documents}
    known = np.array([bool(c["relevant"]) for c in cases])
    said = np.array([c["text"] != NO["text"] for c in cases])
    hit = np.array([bool(set(c["relevant"]).intersection(c["retrieved"][:k])) for c in cases])
    held = np.array([any(c["text"] in body[s] for s in c["sources"]) for c in cases])
    return {"recall": hit[known].mean(), "grounded": held[said].mean(), "refused": (~said)[~known].mean()}
