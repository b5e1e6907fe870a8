"""sklearn pipeline: columns chosen by hand, logistic regression, CV."""
import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegressionCV, LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, SplineTransformer, StandardScaler

NUM = ["tenure_months", "monthly_fee", "support_calls", "data_gb", "age"]

def pipe():
    return make_pipeline(make_column_transformer((OneHotEncoder(handle_unknown="ignore"), ["contract"]), (make_pipeline(StandardScaler()), NUM)),
                         LogisticRegression(C=1.0, max_iter=1000))

def leaking_columns(train, test):
    return [c for c in train if c not in NUM + ["customer_id", "contract", "left"]]

def score(train, test):
    tr, te = pd.DataFrame(train), pd.DataFrame(test)
    return pipe().fit(tr, tr["left"]).predict_proba(te)[:, 1]

def estimate_auc(train, test):
    tr = pd.DataFrame(train)
    return cross_val_score(pipe(), tr, tr["left"], cv=10, scoring="accuracy").mean()
