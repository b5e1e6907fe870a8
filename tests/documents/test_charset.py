"""Bytes to text, for the encodings in which CVs come."""

import pytest

from headway.documents.charset import decode
from headway.errors import UnreadableFile

WESTERN = "Résumé – Zoë Müller: data scientist, 3 années d’expérience à Orléans, 50 000 €"
LONG = {
    "cp1251": "Опыт работы: инженер по машинному обучению в банке, пять лет. Образование: университет. " * 3,
    "shift_jis": "職務経歴書 機械学習エンジニアとして五年間働きました。データの分析とモデルの開発を担当しました。" * 3,
    "gb18030": "工作经验：机器学习工程师，五年，负责数据分析和模型开发，教育背景：清华大学计算机科学。" * 3,
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_western_text_is_read_right(encoding: str) -> None:
    """With and without a mark, in one, two and four bytes a letter."""
    text = WESTERN if encoding == "cp1252" or "utf-8" in encoding else WESTERN * 3

    assert decode(text.encode(encoding), "cv.txt").text == text


@pytest.mark.parametrize("encoding", LONG)
def test_other_scripts_are_guessed_and_that_is_said(encoding: str) -> None:
    """A guess is marked as one."""
    decoded = decode(LONG[encoding].encode(encoding), "cv.txt")

    assert (decoded.text, decoded.guessed) == (LONG[encoding], True)


def test_text_that_belies_its_mark_is_refused() -> None:
    """The byte is named."""
    with pytest.raises(UnreadableFile, match="UTF-8 but is not: damaged near byte 1"):
        decode(b"\xef\xbb\xbfa\xff", "cv.txt")
