"""The language of a CV is told, and the user is told what follows from it."""

import pytest

from headway.documents.language import language_of
from tests.documents.reading import codes, read

SAMPLES = {
    "en": ("Worked with data and built models for the bank, which are in use at all of the branches in the country."),
    "de": (
        "Ich habe mit Daten gearbeitet und Modelle für die Bank entwickelt, die bei allen Filialen im Einsatz sind."
    ),
    "fr": (
        "J'ai travaillé sur des données et développé des modèles pour la banque, qui sont utilisés dans les agences."
    ),
    "es": (
        "Trabajé con datos y desarrollé modelos para el banco, que se usan en todas las "
        "sucursales de la ciudad y del país."
    ),
    "pt": (
        "Trabalhei com dados e desenvolvi modelos para o banco, que são usados em todas "
        "as agências do país e da cidade, não só nas grandes."
    ),
    "it": (
        "Ho lavorato con i dati della banca e sviluppato modelli per il credito, che "
        "sono usati nelle filiali del paese e anche nella sede."
    ),
    "nl": (
        "Ik heb met de data van het bedrijf gewerkt en modellen voor de bank gemaakt, "
        "die door een team zijn getest op het systeem."
    ),
    "ru": (
        "Работал с данными и разработал модели для банка, которые используются во всех отделениях в стране и на сайте."
    ),
    "zh": "负责数据分析和模型开发，为银行建立了风险模型，在全国各分行使用。",
    "ja": "銀行のためにデータを分析し、モデルを開発しました。全国の支店で使われています。",
    "ko": "은행을 위해 데이터를 분석하고 모델을 개발했습니다. 전국 지점에서 사용됩니다.",
    "ar": "عملت في تحليل البيانات وتطوير النماذج من أجل البنك في جميع الفروع على مستوى البلاد",
    "am": "በባንኩ ውስጥ መረጃዎችን በመተንተን እና ሞዴሎችን በማዘጋጀት ሠርቻለሁ።",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_one_sentence_is_enough(code: str) -> None:
    """By its script, then by its small words."""
    assert language_of(SAMPLES[code])[0] == code


def test_a_list_of_skills_has_no_language() -> None:
    """Where nothing tells, nothing is claimed."""
    assert language_of("Python, SQL, PyTorch, Docker, Kubernetes, Airflow") == (None, "Latin")


def test_what_may_be_missed_is_said() -> None:
    """A note for another script, another language, or none that is known; nothing for English."""
    assert codes(read(SAMPLES["en"], "text")) == []
    assert codes(read(SAMPLES["de"], "text")) == ["other-language"]
    assert codes(read(SAMPLES["zh"], "text")) == ["other-script"]
    assert codes(read("Lorem ipsum " * 100, "text")) == ["unknown-language"]
