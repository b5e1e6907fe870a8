"""Pay in the wild."""

import pytest

from headway.postings.by_line import LineReader
from headway.postings.model import Pay
from tests.postings.reading import read, readers

YEAR, HOUR, DAY, MONTH = "year", "hour", "day", "month"
PAY = [
    ("The salary range for this role is $120,000 - $150,000.", 120_000, 150_000, "USD", YEAR),
    ("Salary $175k-$220k + equity", 175_000, 220_000, "USD", YEAR),
    ("Base salary: $230-$290k", 230_000, 290_000, "USD", YEAR),
    ("Compensation: £60K – £75K per annum", 60_000, 75_000, "GBP", YEAR),
    ("Gehalt / salary: 60.000 € - 80.000 €", 60_000, 80_000, "EUR", YEAR),
    ("CHF 110'000 - 130'000 per year", 110_000, 130_000, "CHF", YEAR),
    ("base salary between 70 000 € and 80 000 €", 70_000, 80_000, "EUR", YEAR),
    ("Pay range: $38.50 - $52.25 per hour", 38.5, 52.25, "USD", HOUR),
    ("[Salary range]\n20-30$/hour", 20, 30, "USD", HOUR),
    ("Compensation for role is $29 per hour", 29, 29, "USD", HOUR),
    ("Rates that can go up to $55/hour", None, 55, "USD", HOUR),
    ("Competitive salary: $130,000+", 130_000, None, "USD", YEAR),
    ("up to £600 per day", None, 600, "GBP", DAY),
    ("Salary range: 8000-12000 PLN per month", 8_000, 12_000, "PLN", MONTH),
    ("The monthly rate for this internship is $11,375 USD + $10k housing stipend", 11_375, 11_375, "USD", MONTH),
    ("The salary range is $95,000 - $110,000 CAD", 95_000, 110_000, "CAD", YEAR),
    ("In Canada the salary range is $95,000 to $110,000.", 95_000, 110_000, "CAD", YEAR),
    ("Comp: ₹25 LPA - ₹40 LPA", 2_500_000, 4_000_000, "INR", YEAR),
    ("Salary: $120k-$140k base, $180k OTE", 120_000, 140_000, "USD", YEAR),
    ("The salary range is $120,000 - $150,000 (OTE $142,500 - $172,500)", 120_000, 150_000, "USD", YEAR),
    ("Base: $170,700 (min) — $213,400 (mid) — $256,100 (max)", 170_700, 256_100, "USD", YEAR),
    ("salary range is between $157,500 [lowest market] to $255,000 [highest market].", 157_500, 255_000, "USD", YEAR),
    ("CTC: 25-35 LPA", 2_500_000, 3_500_000, "INR", YEAR),
    ("We offer 18-25 lakhs per annum.", 1_800_000, 2_500_000, "INR", YEAR),
    ("Salary: ₹18,00,000 - ₹24,50,000 a year", 1_800_000, 2_450_000, "INR", YEAR),
    ("A minimum salary of $140,000 and a maximum of $200,000", 140_000, 200_000, "USD", YEAR),
    ("R$ 12.000 a R$ 18.000 por mês", 12_000, 18_000, "BRL", MONTH),
    ("Salaire : 45.000 € à 60.000 € par an", 45_000, 60_000, "EUR", YEAR),
    ("Gehalt: bis zu 90.000 € im Jahr", None, 90_000, "EUR", YEAR),
    ("Rémunération : 35 000,00€ à 50 000,00€ par an", 35_000, 50_000, "EUR", YEAR),
    ("Gehalt: EUR 90.000 OTE\nBasisgehalt: EUR 60.000 - 65.000, je nach Level", 60_000, 65_000, "EUR", YEAR),
    ("Jahresgehalt: 70.000 € bis 85.000 €", 70_000, 85_000, "EUR", YEAR),
    ("US: the salary range is $160,000 - $250,000. Canada: $150,000 - $190,000 CAD.", 160_000, 250_000, "USD", YEAR),
]


@pytest.mark.parametrize(("line", "low", "high", "currency", "period"), PAY)
def test_pay_is_read_as_stated(line: str, low: float | None, high: float | None, currency: str, period: str) -> None:
    """Ranges, k, signs and codes on either side; base before OTE; the first of several places."""
    pay = read(f"Benefits\n\n{line}\n\nThank you\n").pay
    assert pay is not None
    assert (pay.min, pay.max, pay.currency, pay.period) == (low, high, currency, period)


@pytest.mark.parametrize(
    "line",
    [
        "We raised $50M in a Series B led by great investors.",
        "Founded in 2019, valued at $1.7bn, with $250+ million raised to date.",
        "Healthcare is a $4.5 trillion industry.",
        "We hit $2M ARR with 100k users and $160,000 in savings for each customer.",
        "$1,000/year in professional development funds",
        "£5,000 training and conference budget",
        "A $150/month coworking stipend and a 401k match up to $10,000",
        "$5,000 signing bonus",
        "Support for 20 lakh users",
        "equity worth $50,000 - $100,000",
        "You will manage a budget of $200,000 - $300,000",
        "Referral bonus of $20,000",
        "Competitive salary and 401(k)",
        "Customers pay us for 45,000 reports",
    ],
)
def test_other_money_is_not_pay(line: str) -> None:
    """Funding, budgets, benefits, revenue and counts are left alone: nothing, never a guess."""
    assert read(f"About us\n\n{line}\n\nRequirements\n - SQL\n").pay is None


def test_of_several_levels_the_one_of_the_title_counts() -> None:
    """All statements are kept beside it."""
    text = "Compensation\n\nSenior level: salary $180k - $210k\n\nStaff level: salary $220k - $260k\n"
    senior, staff = read(text, "Senior Data Engineer"), read(text, "Staff Data Engineer")
    assert senior.pay == Pay(180_000, 210_000, "USD", "year")
    assert staff.pay == Pay(220_000, 260_000, "USD", "year")
    assert len(staff.pay_ranges) == 2


def test_total_pay_alone_says_so() -> None:
    """On-target earnings are kept when no base is stated, and marked."""
    pay = read("Compensation\n\nOTE: $180,000 - $200,000\n").pay
    assert pay is not None
    assert pay.basis == "total"


def test_stated_pay_agrees_with_the_structured_field_of_real_boards(shared: object) -> None:
    """Where a board's text holds exactly the structured range, the text is read as that range."""
    import json
    from pathlib import Path

    assert isinstance(shared, Path)
    agree = wrong = 0
    for file in sorted((shared / "data" / "ats" / "ashby-boards").glob("*.json"))[::3]:
        for job in json.loads(file.read_text("utf-8"))["jobs"]:
            parts = (job.get("compensation") or {}).get("summaryComponents") or []
            stated = next((p for p in parts if p["compensationType"] == "Salary" and p["minValue"]), None)
            text = job.get("descriptionPlain") or ""
            if stated is None or f"{stated['minValue']:,}" not in text or f"{stated['maxValue']:,}" not in text:
                continue
            pay = read(text, job["title"]).pay
            same = pay is not None and (pay.min, pay.max) == (stated["minValue"], stated["maxValue"])
            agree, wrong = agree + same, wrong + (not same)
    assert agree >= 5
    assert wrong <= agree // 5


def _bare(line: str, place: str = "Location: Berlin, Germany") -> tuple[float | None, float | None, str] | None:
    """Pay read from a line without a currency; whole and by lines alike."""
    text = f"About\n\n{place}\n\nCompensation\n\n{line}\n"
    whole = read(text)
    gist = LineReader(*readers()).read("Data Engineer", text)
    assert gist is not None
    assert (gist.pay, gist.findings) == (whole.pay, whole.findings)
    assert (whole.pay is not None) == ("pay-currency-assumed" in {each.code for each in whole.findings})
    if whole.pay is None:
        return None
    assert whole.told["pay"].confidence <= 0.5
    return whole.pay.min, whole.pay.max, whole.pay.currency


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("160k - 260k base + equity", 160_000, 260_000),
        ("120,000 - 150,000 per year", 120_000, 150_000),
        ("Salary range: 90k-110k", 90_000, 110_000),
        ("Salary: 90-110k depending on experience", 90_000, 110_000),
        ("Gehalt: 60.000 bis 75.000 brutto", 60_000, 75_000),
        ("70,000 - 85,000", 70_000, 85_000),
        ("We offer 52k-60k", 52_000, 60_000),
        ("Wir bieten 52.000 bis 60.000", 52_000, 60_000),
        ("You'll earn between 90k and 110k", 90_000, 110_000),
    ],
)
def test_a_range_without_a_currency_is_in_that_of_the_country(line: str, low: float, high: float) -> None:
    """Less surely, and a finding says so."""
    assert _bare(line) == (low, high, "EUR")
    assert _bare(line, "Location: London, UK") == (low, high, "GBP")


@pytest.mark.parametrize(
    "line",
    [
        "We serve 90,000 - 110,000 users",
        "Our base of 90,000 - 110,000 customers pays us",
        "Salary: competitive; we raised 50k - 90k",
        "Team of 20,000 - 30,000 people; pay is good",
        "Budget: 100k-150k per year",
        "Equity: 20,000 - 30,000 options",
        "Salary benchmarks for 2024 - 2026",
        "10,000 - 90,000 base",
        "Salary: 90k",
        "We offer 15,000 - 20,000 courses",
        "We offer 25k-40k in learning budget",
    ],
)
def test_other_ranges_without_a_currency_are_no_pay(line: str) -> None:
    """Counts, funds and budgets, and what is no range."""
    assert _bare(line) is None


def test_a_word_of_pay_that_one_country_says_tells_the_currency() -> None:
    """RAL is Italian; elsewhere in the line it is a colour or a name, and another word of pay tells nothing."""
    assert _bare("RAL 40k-50k", "Location: anywhere") == (40_000, 50_000, "EUR")
    assert _bare("RAL: 35.000 - 45.000", "Remote") == (35_000, 45_000, "EUR")
    assert _bare("Salary range: 40k-50k", "RAL 9010 walls") is None
    assert _bare("RAL 40k-50k", "Location: London, UK") == (40_000, 50_000, "GBP")


def test_without_a_country_a_bare_range_is_no_pay() -> None:
    """Nor where pay is told by the month, so that the amount may be a month's; nor beside pay that has a currency."""
    assert _bare("Salary range: 90k-110k", "Location: anywhere") is None
    assert _bare("Salary range: 20,000 - 30,000", "Location: Warsaw, Poland") is None
    found = read("Location: Berlin, Germany\n\nSalary: 50.000 € - 60.000 €\nSalary in London: 70k-80k\n")
    assert (found.pay.max if found.pay else None, found.findings) == (60_000, ())
