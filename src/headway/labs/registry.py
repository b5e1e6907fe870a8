"""Which grader judges which lab, and which data it hands out to work on."""

from collections.abc import Callable

import numpy as np

from headway.labs.grade import Grader
from headway.labs.graders import (
    ab_test,
    attention,
    backpropagation,
    churn,
    customer_segments,
    dirty_table,
    first_model,
    forecast,
    fraud,
    house_prices,
    image_classifier,
    model_service,
    rag_chatbot,
    recommender,
    sentiment,
    sql_questions,
)

GRADERS: dict[str, Grader] = {
    "first-model": first_model.grade,
    "dirty-table": dirty_table.grade,
    "sql-questions": sql_questions.grade,
    "ab-test": ab_test.grade,
    "house-prices": house_prices.grade,
    "churn": churn.grade,
    "customer-segments": customer_segments.grade,
    "recommender": recommender.grade,
    "fraud": fraud.grade,
    "forecast": forecast.grade,
    "sentiment": sentiment.grade,
    "rag-chatbot": rag_chatbot.grade,
    "model-service": model_service.grade,
    "backpropagation": backpropagation.grade,
    "image-classifier": image_classifier.grade,
    "attention": attention.grade,
}

PRACTICE: dict[str, Callable[[np.random.Generator], dict[str, bytes]]] = {
    "first-model": first_model.practice,
    "dirty-table": dirty_table.practice,
    "sql-questions": sql_questions.practice,
    "ab-test": ab_test.practice,
    "house-prices": house_prices.practice,
    "churn": churn.practice,
    "customer-segments": customer_segments.practice,
    "recommender": recommender.practice,
    "fraud": fraud.practice,
    "image-classifier": image_classifier.practice,
    "forecast": forecast.practice,
    "sentiment": sentiment.practice,
    "rag-chatbot": rag_chatbot.practice,
    "model-service": model_service.practice,
}
PRACTICE_SEED = 0
"""The same for everybody: grading never uses it."""


def practice_files(lab: str) -> dict[str, bytes]:
    """Files to work on, by name; none where a lab needs none."""
    return PRACTICE[lab](np.random.default_rng(PRACTICE_SEED)) if lab in PRACTICE else {}
