"""No reader of a page of facts meets a bare id of a source that nothing explains."""

import re

import pytest

from headway.web.render import _named
from tests.cli.conftest import Headway

ASKED = (
    ["role", "data-engineer"],
    ["glossary", "bias"],
    ["compare", "degree"],
    ["path", "data-analyst", "data-scientist"],
)


@pytest.mark.parametrize("asked", ASKED, ids=lambda a: a[0])
def test_every_source_in_brackets_is_explained_below(headway: Headway, asked: list[str]) -> None:
    """Each id in brackets or in a sentence ("guide S0") has its title under "Sources"."""
    text = headway(*asked).out
    told, _, legend = text.partition("\nSources\n")
    explained = set(re.findall(r"^  \[([a-z0-9-]+)\]", legend, flags=re.MULTILINE))
    used = {id_ for found in re.findall(r"\[([a-z0-9, -]+)\]", told) for id_ in found.split(", ")}
    used |= {id_.casefold() for id_ in re.findall(r"\bS[0-3]\b", told)}
    assert used
    assert used <= explained


def test_the_answer_names_only_sources_that_it_uses(headway: Headway) -> None:
    """A glossary entry resting on one guide lists that guide and our own judgement, no other."""
    answer = headway("glossary", "bias", "--json").json
    used = {id_ for term in [*answer["terms"], *answer["questions"]] for id_ in term["sources"]}
    assert set(answer["sources"]) == used


def test_a_title_stands_in_the_place_of_an_id_but_not_of_a_product() -> None:
    """ "Guide S3" is a guide of ours, "Amazon S3" a product of somebody else's."""
    titles = {"s3": "Career Guide"}
    assert _named("The step that guide S3 describes", titles) == "The step that “Career Guide” describes"
    assert _named("s3 says 10, s9 says 12", titles) == "“Career Guide” says 10, s9 says 12"
    assert _named("Holds files in Amazon S3", titles) == "Holds files in Amazon S3"
