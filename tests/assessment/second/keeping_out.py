"""Second solvers: keeping attackers out, by counting what there is to try."""


def bits(n, a):
    return (a**n).bit_length() - 1


SECOND = {
    "sec-bits-of-a-password": bits,
    "sec-hours-for-all-pins": lambda d, t: (int("9" * d) + 1) / t,
}
