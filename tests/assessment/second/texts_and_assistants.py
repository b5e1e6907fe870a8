"""Second solvers: texts, programs around language models, by counting tokens and requests."""


def charged(i, c, p):
    calls = 10_000
    dear, cheap = calls * (i - c), calls * c
    return dear / 1e6 * p + cheap / 1e6 * p / 10


def cents(a, b, q):
    """Of a thousand requests."""
    unsure = 10 * q
    return ((1000 - unsure) * a + unsure * (a + b)) / 1000


SECOND = {
    "nl-share-of-unknown-tokens": lambda n, k, m: len([word for word in range(k) for _ in range(m)]) / n,
    "lap-price-with-a-cached-prompt": charged,
    "lap-small-model-first": cents,
}
