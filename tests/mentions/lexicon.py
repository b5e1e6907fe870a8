"""A small lexicon for the tests of this room, one line a form: what the data files would say."""

from headway.knowledge.model import Lexicon, LexiconEntry
from headway.values import Kind

_NAMES: dict[str, tuple[str, Kind, list[str]]] = {
    "python": ("Python", "tech", ["Python"]),
    "java": ("Java", "tech", ["Java"]),
    "javascript": ("JavaScript", "tech", ["JavaScript"]),
    "sql": ("SQL", "tech", ["SQL"]),
    "nosql": ("NoSQL databases", "concept", ["NoSQL"]),
    "postgresql": ("PostgreSQL", "tech", ["PostgreSQL"]),
    "cpp": ("C++", "tech", ["C++"]),
    "csharp": ("C#", "tech", ["C#"]),
    "dotnet": (".NET", "tech", [".NET", "dotnet"]),
    "nodejs": ("Node.js", "tech", ["Node.js"]),
    "pytorch": ("PyTorch", "tech", ["PyTorch"]),
    "tensorflow": ("TensorFlow", "tech", ["TensorFlow"]),
    "scikit-learn": ("scikit-learn", "tech", ["scikit-learn", "sklearn"]),
    "apache-spark": ("Apache Spark", "tech", ["Apache Spark"]),
    "kubernetes": ("Kubernetes", "tech", ["Kubernetes", "k8s"]),
    "docker": ("Docker", "tech", ["Docker"]),
    "google-cloud": ("Google Cloud Platform", "tech", ["Google Cloud Platform", "Google Cloud"]),
    "ci-cd": ("CI/CD", "concept", ["CI/CD"]),
    "k-means": ("K-means", "concept", ["K-means"]),
    "machine-learning": ("Machine learning", "concept", ["machine learning"]),
    "deep-learning": ("Deep learning", "concept", ["deep learning"]),
    "supervised-learning": ("Supervised learning", "concept", ["supervised learning"]),
    "unsupervised-learning": ("Unsupervised learning", "concept", ["unsupervised learning"]),
    "ab-testing": ("A/B testing", "concept", ["A/B testing"]),
    "multivariate-testing": ("Multivariate testing", "concept", ["multivariate testing"]),
    "large-language-models": ("Large language models", "concept", ["large language models"]),
    "rest-apis": ("REST APIs", "concept", ["REST APIs"]),
    "statistics": ("Statistics", "concept", ["statistics"]),
    "natural-language-processing": ("Natural language processing", "concept", ["natural language processing", "NLP"]),
    "communication": ("Communication", "human", ["communication", "communication skills"]),
    "leadership": ("Leadership", "human", ["leadership"]),
}
_RULED = [
    LexiconEntry("ML", "machine-learning", "exact", False, (), ()),
    LexiconEntry("LLM", "large-language-models", "exact", False, (), ()),
    LexiconEntry("R", "r-language", "exact", True, ("Python", "statistics", "tidyverse"), ("R&D", "R and D")),
    LexiconEntry("C", "c-language", "exact", True, ("C++", "embedded", "firmware"), ("Series C",)),
    LexiconEntry("Go", "go", "exact", True, ("golang", "programming", "Rust"), ("go to market", "go live", "Go To")),
    LexiconEntry("Excel", "excel", "exact", True, ("spreadsheet", "PowerPoint", "VBA"), ("Excel in", "Excel at")),
    LexiconEntry("Spark", "apache-spark", "initial", True, ("Hadoop", "Kafka", "PySpark", "data"), ("spark joy",)),
    LexiconEntry("REST", "rest-apis", "exact", True, ("API", "GraphQL", "HTTP"), ("the rest", "REST of")),
    LexiconEntry("Flask", "flask", "initial", True, ("Python", "Django", "web"), ("hip flask",)),
    LexiconEntry("CV", "computer-vision", "exact", True, ("NLP", "vision", "image"), ("your CV", "send CV", "CV to")),
    LexiconEntry("transformers", "transformers", "any", True, ("attention", "NLP", "BERT"), ("power transformers",)),
]
_RULED_NAMES: dict[str, tuple[str, Kind]] = {
    "r-language": ("R", "tech"),
    "c-language": ("C", "tech"),
    "go": ("Go", "tech"),
    "excel": ("Microsoft Excel", "tech"),
    "flask": ("Flask", "tech"),
    "computer-vision": ("Computer vision", "concept"),
    "transformers": ("Transformers (architecture)", "concept"),
}


def small_lexicon() -> Lexicon:
    """Thirty-odd skills with the forms that other tools get wrong."""
    plain = [LexiconEntry(form, id_, "any", False, (), ()) for id_, (*_, forms) in _NAMES.items() for form in forms]
    labels = {id_: label for id_, (label, *_) in _NAMES.items()} | {i: label for i, (label, _) in _RULED_NAMES.items()}
    kinds = {id_: kind for id_, (_, kind, _) in _NAMES.items()} | {i: kind for i, (_, kind) in _RULED_NAMES.items()}
    return Lexicon("test", (*plain, *_RULED), labels, kinds)
