"""Pay figures stand side by side; nothing is pooled, converted or hidden."""

from headway.knowledge.model import PayRow
from headway.pay.tables import pay_for
from headway.values import Seniority


def _row(id_: str, country: str | None = None, seniority: Seniority = "mid", **more: object) -> PayRow:
    fields = {"role": "engineer", "source": "g1", "year": 2026, "currency": "USD", "low": 100.0, "high": 200.0}
    return PayRow(id=id_, country=country, seniority=(seniority,), **{**fields, **more})  # type: ignore[arg-type]


def _ids(rows: list[PayRow], country: str | None = "DE") -> list[str]:
    return [f.row.id for f in pay_for(rows, "engineer", "mid", country).figures]


def test_figures_of_the_persons_country_come_first() -> None:
    """Own country, then figures without a country, then other countries."""
    rows = [_row("us", "US", source="d"), _row("any"), _row("de", "DE", source="d")]
    assert _ids(rows) == ["de", "any", "us"]


def test_other_roles_and_seniorities_are_left_out() -> None:
    """A senior's pay is not a junior's."""
    rows = [_row("a"), _row("b", seniority="senior"), _row("c", role="analyst")]
    assert _ids(rows) == ["a"]


def test_of_one_source_and_country_the_newest_year_is_shown() -> None:
    """Older rows of the same kind give way."""
    assert _ids([_row("old", "US", year=2023), _row("new", "US", year=2024)]) == ["new"]


def test_sources_that_disagree_are_both_shown_and_named() -> None:
    """Two guides, two ranges, one sentence that says so."""
    answer = pay_for([_row("a"), _row("b", source="g2", high=250.0)], "engineer", "mid", None)
    assert len(answer.figures) == 2
    assert answer.conflicts == ("g1 says USD 100-200 a year for mid, g2 says USD 100-250 for mid",)
    titles = {"g1": "A guide: all of it", "g2": "Another (in two parts)"}
    (said,) = pay_for([_row("a"), _row("b", source="g2", high=250.0)], "engineer", "mid", None, titles).conflicts
    assert said == "\u201cA guide\u201d says USD 100-200 a year for mid, \u201cAnother\u201d says USD 100-250 for mid"


def test_sources_that_agree_are_no_conflict() -> None:
    """Equal ranges need no sentence."""
    assert pay_for([_row("a"), _row("b", source="g2")], "engineer", "mid", None).conflicts == ()


def test_pay_from_elsewhere_is_labelled() -> None:
    """No figure for the country: said, and each figure carries its own."""
    answer = pay_for([_row("us", "US")], "engineer", "mid", "DE")
    assert [f.scope for f in answer.figures] == ["elsewhere"]
    assert "DE" in answer.note


def test_quantiles_show_their_outer_tenths() -> None:
    """The range is the 10 % and 90 % quantile, the middle the median."""
    row = _row("q", "US", low=None, high=None, p10=1.0, p25=2.0, p50=3.0, p75=4.0, p90=5.0, n=40)
    (figure,) = pay_for([row], "engineer", "mid", "US").figures
    assert (figure.low, figure.middle, figure.high) == (1.0, 3.0, 5.0)


def test_no_figure_is_said_not_guessed() -> None:
    """An empty answer with a sentence."""
    answer = pay_for([], "engineer", "mid", "US")
    assert answer.figures == ()
    assert "No sourced figure" in answer.note
