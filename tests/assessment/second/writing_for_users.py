"""Second solvers: writing for users, in seconds."""

SECOND = {
    "tw-minutes-to-read": lambda w, r, f, s: (sum(60 / r for _ in range(w)) + sum([s] * f)) / 60,
}
