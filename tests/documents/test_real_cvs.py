"""CVs of invented people from public galleries: Typst, LaTeX, browsers, Word (HEADWAY_SHARED)."""

from pathlib import Path

import pytest

from headway.documents.limits import Limits
from headway.documents.model import Document
from headway.documents.parse import parse

# Words in the order in which a person reads them, checked against a picture of each page.
ORDER = {
    "AmruthPillai__bronzor.pdf": [
        "Experience",
        "Creative Solutions Inc.\tJanuary 2019",
        "Education",
        "Projects",
        "Skills",
        "Web Technologies",
        "HTML5",
        "Web Frameworks",
    ],
    "AmruthPillai__chikorita.pdf": [
        "Summary",
        "Experience",
        "TechAdvancers\tJune 2016 to December 2018",
        "Projects",
        "conversion by 25%",
        "Interactive Dashboard",
        "Skills",
        "Certifications",
        "References",
    ],
    "AmruthPillai__ditto.pdf": [
        "Profiles",
        "Skills",
        "Spanish",
        "Available upon request",
        "Summary",
        "Experience",
        "Optimized",
        "Education",
        "E-Commerce",
        "by\n25%",
        "Interactive",
    ],
    "AmruthPillai__gengar.pdf": [
        "Pleasantville",
        "Skills",
        "Certifications",
        "2019",
        "Innovative",
        "Experience",
        "Education",
        "visualization",
    ],
    "AmruthPillai__glalie.pdf": [
        "Pleasantville",
        "Skills",
        "AWS Certified",
        "Summary",
        "Experience",
        "TechAdvancers",
        "Education",
    ],
    "AmruthPillai__kakuna.pdf": [
        "Experience",
        "culture of technical",
        "TechAdvancers",
        "Education",
        "Projects",
        "E-Commerce",
        "25%",
        "Interactive",
        "Certifications",
        "Skills",
        "HTML5",
        "React.js, Angular",
        "Webpack",
    ],
    "AmruthPillai__nosepass.pdf": [
        "Experience",
        "Jan 2019 - Present\tCreative Solutions",
        "Jun 2016 - Dec 2018\tTechAdvancers",
        "Education",
        "Projects",
        "Skills",
    ],
    "AmruthPillai__onyx.pdf": [
        "Summary",
        "Creative Solutions Inc.\tJanuary 2019 to Present",
        "Education",
        "Projects",
        "Skills",
        "Tools",
    ],
    "AmruthPillai__pikachu.pdf": ["Profiles", "Skills", "References", "Summary", "Experience", "Education", "Projects"],
    "AmruthPillai__rhyhorn.pdf": [
        "Summary",
        "Experience",
        "Education",
        "E-Commerce",
        "25%",
        "Interactive",
        "Skills",
        "HTML5",
        "Web Frameworks",
        "Django",
        "Tools",
    ],
    "rendercv__John_Doe_ClassicTheme_CV.pdf": [
        "PhD\tPrinceton University",
        "\tPrinceton, NJ\tSept 2018 – May 2023",
        "Thesis",
        "99.97%\nuptime",
        "Raised",
        "NVIDIA Research, Research Intern\tSanta Clara, CA\tMay 2022 – Aug 2022\t4 months",
    ],
    "rendercv__John_Doe_OpalTheme_CV.pdf": [
        "Princeton University – Princeton, NJ\tSept 2018 – May 2023",
        "Thesis",
        "Nexus AI, Co-Founder & CTO – San Francisco, CA\tJune 2023 – present",
        "99.97%\nuptime",
    ],
    "rendercv__John_Doe_Sb2novTheme_CV.pdf": [
        "Princeton University\tPrinceton, NJ",
        "PhD in Computer Science\tSept 2018 – May 2023",
        "Thesis",
    ],
    "srbhr__two-column.pdf": [
        "SUMMARY",
        "EXPERIENCE",
        "Software Engineer\tJun 2021 - Dec 2022",
        "PROJECTS",
        "optimization capabilities",
        "EDUCATION",
        "SKILLS",
        "Kubernetes",
        "LINKS",
    ],
    "tabiya-tech__clean-academic-cv.pdf": [
        "Education",
        "2020–25∗\tPh.D.",
        "2018-20\tM.A.",
        "Awards",
        "2023\tYour University",
        "J1. Guy",
    ],
    "tabiya-tech__chinese-cv.docx": ["教育背景", "工作经验", "技能"],
}


def read_here(path: Path) -> Document:
    return parse(path.read_bytes(), "docx" if path.suffix == ".docx" else "pdf", path.name, Limits())


@pytest.mark.parametrize("name", ORDER)
def test_a_real_cv_is_read_in_human_order(name: str, shared: Path) -> None:
    """Each word stands after the one before it."""
    text = read_here(shared / "data" / "cv" / name).text
    place = 0
    for words in ORDER[name]:
        found = text.find(words, place)
        assert found >= 0, f"{words!r} not after {text[max(0, place - 60) : place]!r}"
        place = found + 1


def test_no_real_cv_raises_an_alarm(shared: Path) -> None:
    """White on dark side bars, icons, bold drawn as outlines: nothing of it is hidden text."""
    files = sorted((shared / "data" / "cv").glob("*.*"))

    alarms = {file.name: [f.what for f in read_here(file).findings if f.severity != "note"] for file in files}

    assert len(files) == 25
    assert {name: what for name, what in alarms.items() if what} == {}
