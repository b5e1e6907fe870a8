"""Role and seniority of titles."""

import pytest

from tests.postings.reading import read, readers

ROLES = [
    ("Machine Learning Engineer", "machine-learning-engineer"),
    ("Sr. ML Engineer (m/f/d)", "machine-learning-engineer"),
    ("Senior Machine Learning Engineer - Recommendations", "machine-learning-engineer"),
    ("Member of Technical Staff - ML Inference Engineer, PyTorch", "machine-learning-engineer"),
    ("ML Engineer, Computer Vision", "computer-vision-engineer"),
    ("Perception Engineer", "computer-vision-engineer"),
    ("NLP Engineer (all genders)", "nlp-engineer"),
    ("MLOps Engineer", "mlops-engineer"),
    ("ML Ops Engineer — Platform Team", "mlops-engineer"),
    ("Machine Learning Infrastructure Engineer", "mlops-engineer"),
    ("Staff Research Engineer", "ml-research-engineer"),
    ("Research Engineer / Scientist – Optimization", "ml-research-engineer"),
    ("Research Scientist (Greece)", "ai-research-scientist"),
    ("Applied Scientist II", "data-scientist"),
    ("Lead AI Engineer", "ai-engineer"),
    ("Applied LLM Engineer - Prompts, Evals & Agents", "ai-engineer"),
    ("Software Engineer (Applied AI)", "ai-engineer"),
    ("Senior Product Manager - AI Experiences", "ai-product-manager"),
    ("AI PM Intern (Vancouver)", "ai-product-manager"),
    ("Product Manager, Payments", "other"),
    ("Staff Data Scientist, Trust & Safety", "data-scientist"),
    ("Data Scientist - Manufacturing Analytics", "data-scientist"),
    ("Manager, Data Science (Hybrid)", "data-scientist"),
    ("Senior Data Analyst - Growth", "data-analyst"),
    ("Technical Analyst", "other"),
    ("Data Engineer", "data-engineer"),
    ("Senior Analytics Engineer | Compliance", "data-engineer"),
    ("Engineering Manager, Data Engineering", "data-engineer"),
    ("Fullstack Engineer", "software-engineer"),
    ("Founding Engineer - Anchor AI", "software-engineer"),
    ("Member of Technical Staff - Backend Engineer", "software-engineer"),
    ("Director, Data Science & Analytics", "data-scientist"),
    ("Deep Learning Intern (Summer 2026)", "machine-learning-engineer"),
    ("Working Student AI (m/f/d)", "ai-engineer"),
    ("Account Executive, AI", "other"),
    ("AI Short-form Video Editor", "other"),
]


@pytest.mark.parametrize(("title", "role"), ROLES)
def test_a_title_names_its_role_family(title: str, role: str) -> None:
    """Abbreviations, gender tags, places, teams and company names do not change what the job is."""
    assert read("We build things.", title).role == role


RANKS = [
    ("Sr. Data Engineer", "senior"),
    ("Data Engineer III", "senior"),
    ("Machine Learning Engineer II, Search", "mid"),
    ("Machine Learning Engineer - 2", "mid"),
    ("Software Engineer I", "junior"),
    ("Junior Data Scientist", "junior"),
    ("Machine Learning Engineer, New Grad", "junior"),
    ("Entry-Level Data Analyst", "junior"),
    ("Staff Data Scientist", "staff"),
    ("Lead AI Engineer", "staff"),
    ("Senior Staff Machine Learning Engineer", "staff"),
    ("Senior/Lead Data Analyst", "senior"),
    ("AI Platform Engineer (Senior/Staff)", "senior"),
    ("Principal Engineer", "principal"),
    ("Distinguished Engineer - AI", "principal"),
    ("Head of Machine Learning", "manager"),
    ("Director, Data Engineering", "manager"),
    ("Engineering Manager, AI", "manager"),
    ("Data Science Manager", "manager"),
    ("Machine Learning Engineer, Intern", "intern"),
    ("NLP Engineer (Working Student)", "intern"),
    ("Product Manager - AI", "unstated"),
    ("Engineering Program Manager, Machine Learning", "unstated"),
    ("Member of Technical Staff - Backend Engineer", "unstated"),
    ("AI Engineer (All Levels)", "unstated"),
    ("Founding AI Engineer", "unstated"),
    ("Data Analyst - Paper.io 2", "unstated"),
]


@pytest.mark.parametrize(("title", "rank"), RANKS)
def test_a_title_states_its_seniority(title: str, rank: str) -> None:
    """Lead counts as staff, head of and manager as manager; a manager of products or programs is no rank."""
    assert read("We build things.", title).seniority == rank


@pytest.mark.parametrize(
    ("sentence", "rank"),
    [
        ("As a Senior Data Engineer you will own our pipelines.", "senior"),
        ("We are looking for a Staff Machine Learning Engineer.", "staff"),
        ("This is an entry-level position.", "junior"),
        ("You will mentor junior engineers and work with senior staff.", "unstated"),
    ],
)
def test_a_clear_sentence_states_it_where_the_title_does_not(sentence: str, rank: str) -> None:
    """The title comes first; a sentence counts only when it speaks of this job."""
    assert read(f"About the role\n\n{sentence}\n").seniority == rank
    assert read(f"About the role\n\n{sentence}\n", "Principal Data Engineer").seniority == "principal"


def test_without_a_title_the_first_line_that_names_a_role_is_the_title() -> None:
    """Files have no title field."""
    posting = read("# Senior NLP Engineer (Remote)\n\nAbout us\n\nWe read letters.\n", None)
    assert (posting.title, posting.role, posting.seniority) == (
        "Senior NLP Engineer (Remote)",
        "nlp-engineer",
        "senior",
    )


def test_a_title_that_says_nothing_leaves_it_to_the_text() -> None:
    """`Member of Technical Staff` alone names no kind of work."""
    text = "The role\n\nWe are looking for a machine learning engineer to train our models."
    assert read(text, "Member of Technical Staff").role == "machine-learning-engineer"


def test_the_finer_role_of_the_knowledge_base_is_kept_beside_the_family() -> None:
    """`job` is an id that the other commands know."""
    posting = read("We build things.", "Senior Analytics Engineer")
    assert posting.job == "analytics-engineer"
    assert readers()[1].named("Gardener") is None
