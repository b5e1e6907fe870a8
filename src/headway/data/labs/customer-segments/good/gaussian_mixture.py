"""scikit-learn: k-means and silhouette on a pipeline's scaled columns, oddness from a mixture."""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import StandardScaler


def numbers(table):
    return np.column_stack([table[name] for name in sorted(table) if name != "customer_id"])


def prepared(train, new):
    scaler = StandardScaler().fit(numbers(train))
    return scaler.transform(numbers(train)), scaler.transform(numbers(new))


def how_many(train):
    x, _ = prepared(train, train)
    scores = [silhouette_score(x, KMeans(k, n_init=4, random_state=1).fit_predict(x)) for k in range(2, 9)]
    return 2 + int(np.argmax(scores))


def segment(train, new):
    x, y = prepared(train, new)
    return KMeans(how_many(train), n_init=10, random_state=1).fit(x).predict(y)


def oddness(train, new):
    x, y = prepared(train, new)
    start = KMeans(how_many(train), n_init=10, random_state=1).fit(x).cluster_centers_
    model = GaussianMixture(len(start), covariance_type="spherical", means_init=start, random_state=1, reg_covar=0.05)
    return -model.fit(x).score_samples(y)
