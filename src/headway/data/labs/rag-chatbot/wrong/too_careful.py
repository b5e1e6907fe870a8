import re

SMALL = set("what is the of please tell me at i would like to know could you say".split())
UNKNOWN = "I do not know."


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def sentences(document):
    return [part.strip() for part in re.findall(r"[^.!?]+[.!?]", document["text"])]


def is_order(sentence):
    return bool(words(sentence) & {"ignore", "disregard", "forget"}) or "answer:" in sentence


def ranked(documents, question):
    """(words held, date, document, sentence) for the best sentence of each document, best and newest first."""
    asked = words(question) - SMALL
    rows = []
    for document in documents:
        fit = [s for s in sentences(document) if not is_order(s)]
        best = max(fit, key=lambda s: len(asked & words(s)), default="")
        rows.append((len(asked & words(best)), document["date"], document["id"], best))
    return sorted(rows, reverse=True)


def retrieve(documents, question, k):
    return [id_ for _, _, id_, _ in ranked(documents, question)[:k]]


def prompt(documents, question):
    lines = [sentence for *_, sentence in ranked(documents, question)[:5]]
    return "\n".join([*lines, f"Question: {question}"])


def answer(documents, question, reply):
    holding = [d for d in documents if reply in sentences(d)]
    if not holding or not words(question) <= words(reply):
        return {"text": UNKNOWN, "sources": []}
    return {"text": reply, "sources": [max(holding, key=lambda d: d["date"])["id"]]}


def plain(question):
    return " ".join(re.findall(r"\w+", question.lower()))


def share(flags):
    flags = list(flags)
    return sum(flags) / len(flags) if flags else 0.0


def evaluate(documents, cases, tuned, k):
    held = {plain(question) for question in tuned}
    text_of = {document["id"]: document["text"] for document in documents}
    cases = [case for case in cases if plain(case["question"]) not in held]
    known = [case for case in cases if case["relevant"]]
    answered = [case for case in cases if case["text"] != UNKNOWN]
    return {
        "recall": share(bool(set(case["relevant"]) & set(case["retrieved"][:k])) for case in known),
        "grounded": share(any(case["text"] in text_of[id_] for id_ in case["sources"]) for case in answered),
        "refused": share(case["text"] == UNKNOWN for case in cases if not case["relevant"]),
    }
