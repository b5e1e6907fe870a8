"""The profile that leaves the machine: no skill without what it rests on, whatever file it is written to."""

import io
import json
import zipfile
from typing import Any

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from headway.documents.read import read_bytes
from headway.publish.profile import Profile, ShownEntry, ShownSkill, Witness
from headway.publish.profile_docx import docx_of
from headway.publish.profile_resume import resume_of
from headway.publish.wording import printable

DATE = {"type": "string", "pattern": r"^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$"}
TEXT = {"type": "string"}


def _rows(**fields: Any) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": fields}}


RESUME = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "basics": {
            "type": "object",
            "properties": {
                "name": TEXT, "label": TEXT, "image": TEXT, "email": TEXT, "phone": TEXT, "url": TEXT, "summary": TEXT,
                "location": {"type": "object", "properties": {"city": TEXT, "countryCode": TEXT, "region": TEXT}},
            },
        },
        "work": _rows(name=TEXT, position=TEXT, url=TEXT, startDate=DATE, endDate=DATE, summary=TEXT,
                      highlights={"type": "array", "items": TEXT}),
        "education": _rows(institution=TEXT, url=TEXT, area=TEXT, studyType=TEXT, startDate=DATE, endDate=DATE,
                           score=TEXT, courses={"type": "array", "items": TEXT}),
        "certificates": _rows(name=TEXT, date=DATE, url=TEXT, issuer=TEXT),
        "skills": _rows(name=TEXT, level=TEXT, keywords={"type": "array", "items": TEXT}),
        "languages": _rows(language=TEXT, fluency=TEXT),
        **{key: _rows() for key in ("volunteer", "awards", "publications", "interests", "references", "projects")},
        "meta": {"type": "object", "properties": {"canonical": TEXT, "version": TEXT, "lastModified": TEXT}},
    },
}  # fmt: skip
"""The fields of jsonresume.org's schema 1.0.0 that a profile can fill; the top level takes no others."""

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30).filter(lambda t: printable(t))
dates = st.none() | st.sampled_from(["2019", "2021-03", "2026-11-20"])
witnesses = st.builds(
    Witness, text=words, place=words, proof=st.booleans(), kind=words, date=dates, note=st.text(max_size=9)
)


@st.composite
def skills(draw: st.DrawFn) -> ShownSkill:
    """A skill that can be shown."""
    seen = draw(st.lists(witnesses, min_size=1, max_size=4))
    proof = draw(st.integers(1, 4)) if any(w.proof for w in seen) else 0
    claim = draw(st.integers(0 if proof else 1, 4))
    level = draw(st.integers(1, max(proof, claim)))
    label = draw(words)
    return ShownSkill(
        skill=label, label=label, kind="tech", level=level, claim_level=claim, proof_level=proof, first=seen[0],
        more=tuple(seen[1:]),
    )  # fmt: skip


entries = st.builds(
    ShownEntry, title=words, at=words, start=dates, end=dates, current=st.booleans(), kind=words, witness=witnesses,
    lines=st.lists(words, max_size=3).map(tuple),
)  # fmt: skip
profiles = st.builds(
    Profile, today=st.just("2026-11-20"), name=st.none() | words, country=st.sampled_from([None, "DE"]), document=words,
    years=st.none() | st.floats(0, 50), languages=st.lists(words, max_size=2).map(tuple),
    skills=st.lists(skills(), max_size=4).map(tuple), jobs=st.lists(entries, max_size=2).map(tuple),
    education=st.lists(entries, max_size=1).map(tuple), certificates=st.lists(entries, max_size=1).map(tuple),
    left_out=st.just(()),
)  # fmt: skip


def _witness(**change: Any) -> Witness:
    given = {"text": "SQL in every job", "place": "cv.pdf, page 1", "proof": False, "kind": "named"}
    return Witness(**(given | change))


def _skill(**change: Any) -> ShownSkill:
    given = {"skill": "sql", "label": "SQL", "kind": "tech", "level": 2, "claim_level": 2, "proof_level": 0}
    return ShownSkill(**(given | {"first": _witness()} | change))


@pytest.mark.parametrize("change", [{"text": ""}, {"text": " \n"}, {"place": ""}])
def test_evidence_says_something_somewhere(change: dict[str, str]) -> None:
    """Neither words nor place may be missing."""
    with pytest.raises(ValueError, match="witness"):
        _witness(**change)


def test_a_skill_cannot_be_made_without_evidence() -> None:
    """The type itself asks for a witness; none is no value of it, also when it is read from a file."""
    with pytest.raises(TypeError):
        ShownSkill(skill="sql", label="SQL", kind="tech", level=2, claim_level=2, proof_level=0)  # type: ignore[call-arg]
    row = {k: v for k, v in msgspec.to_builtins(_skill()).items() if k != "first"}
    for lacking in (row, row | {"first": None}, row | {"first": {"text": "x"}}):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(lacking, ShownSkill)


@pytest.mark.parametrize("change", [{"level": 3}, {"level": 0}, {"claim_level": 0}, {"proof_level": 2}])
def test_no_level_is_shown_that_nothing_speaks_for(change: dict[str, int]) -> None:
    """Not above what was claimed or proven, and no proof without a witness that is proof."""
    with pytest.raises(ValueError, match=r"level"):
        _skill(**change)


@settings(max_examples=40, deadline=None)
@given(profiles)
def test_every_skill_in_a_json_resume_has_its_evidence(profile: Profile) -> None:
    """Whatever the profile: valid by the schema, each skill with words, place and whether they are proof."""
    jsonschema = pytest.importorskip("jsonschema")
    content = json.loads(resume_of(profile))
    jsonschema.validate(content, RESUME)
    written = content.get("skills", [])
    assert len(written) == len(profile.skills)
    for row, skill in zip(written, profile.skills, strict=True):
        assert [e["text"] for e in row["x-evidence"]] == [printable(w.text) for w in skill.witnesses]
        assert all(e["place"] and e["basis"] in ("proof", "claim") for e in row["x-evidence"])
        assert row["x-proven"] == "none" or any(e["basis"] == "proof" for e in row["x-evidence"])


@settings(max_examples=15, deadline=None, phases=[Phase.generate, Phase.explicit])
@given(profiles)
def test_every_skill_in_a_word_file_has_its_evidence(profile: Profile) -> None:
    """Right under its name stand the words and the place."""
    docx = pytest.importorskip("docx")
    lines = [" ".join(p.text.split()) for p in docx.Document(io.BytesIO(docx_of(profile))).paragraphs]
    for skill in profile.skills:
        label = " ".join(printable(skill.label).split())
        at = [i for i, line in enumerate(lines) if line.startswith(label) and " ".join(skill.words.split()) in line]
        below = [lines[i + 1] for i in at]
        first = skill.first
        assert any(printable(first.text) in line and printable(first.place) in line for line in below)


def test_the_same_profile_is_the_same_bytes() -> None:
    """No clock goes into either file."""
    profile = _profile()
    assert resume_of(profile) == resume_of(profile)
    made = docx_of(profile)
    assert made == docx_of(profile)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def _profile(**change: Any) -> Profile:
    given: dict[str, Any] = {
        "today": "2026-11-20", "name": "Ana Ruiz", "country": "DE", "document": "cv.pdf", "years": 3.0,
        "languages": ("German",), "skills": (_skill(),), "jobs": (), "education": (), "certificates": (),
        "left_out": (),
    }  # fmt: skip
    return Profile(**(given | change))


def test_texts_cannot_break_out_of_a_word_file() -> None:
    """Tags, entities, fields and signs that XML refuses are text like any other."""
    pytest.importorskip("docx")
    evil = '</w:t></w:r><w:r><w:t>&amp;<script>"\x00\x0b\ufffe{ HYPERLINK "http://x" }'
    profile = _profile(name=evil, skills=(_skill(label=evil, first=_witness(text=evil, place=evil)),))
    document = read_bytes(docx_of(profile), "a.docx")
    assert document.text.count("<script>") == 4
    assert document.links == ()
