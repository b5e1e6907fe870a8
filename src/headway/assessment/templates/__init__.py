"""Solvers of number items and the misconceptions they must tell apart, a module a topic (`-` is `_`)."""
