"""A chatbot over documents. Write the four functions; the brief says what each gives."""


def retrieve(documents, question, k):
    """Ids of at most k documents, the best first."""
    raise NotImplementedError


def prompt(documents, question):
    """The text for the model."""
    raise NotImplementedError


def answer(documents, question, reply):
    """Dict of text and sources."""
    raise NotImplementedError


def evaluate(documents, cases, tuned, k):
    """Dict of recall, grounded and refused."""
    raise NotImplementedError
