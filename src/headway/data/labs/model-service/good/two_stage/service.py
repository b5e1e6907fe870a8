"""A small class does the checking; routes are added by hand."""

import json
import math

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from starlette.requests import Request


def refuse(value):
    raise ValueError(value)


class Scorer:
    def __init__(self, model):
        self.version, self.bias, self.weights = model["version"], model["bias"], dict(model["weights"])

    def read(self, content):
        """The input; ValueError, TypeError or RecursionError where it is none."""
        values = json.loads(content, parse_constant=refuse)
        if not isinstance(values, dict) or sorted(values) != sorted(self.weights):
            raise ValueError("names")
        for value in values.values():
            if not isinstance(value, (int, float)) or isinstance(value, bool) or math.fabs(value) > 1e6:
                raise ValueError("value")
        return values

    def __call__(self, values):
        z = math.fsum([self.bias, *(w * values[n] for n, w in self.weights.items())])
        return 0.5 + 0.5 * math.tanh(z / 2)


def create_app(model):
    app, scorer = FastAPI(docs_url=None), Scorer(model) if model else None

    def health():
        return {"alive": True}

    def ready():
        if scorer is None:
            return JSONResponse({"ready": False}, status_code=503)
        return {"ready": True, "version": scorer.version}

    async def predict(request: Request):
        if scorer is None:
            return JSONResponse({"error": "no model yet"}, status_code=503)
        content = b""
        async for part in request.stream():
            content += part
            if len(content) > 10_000:
                return JSONResponse({"error": "too long"}, status_code=413)
        try:
            values = scorer.read(content)
        except (ValueError, TypeError, OverflowError, RecursionError):
            return JSONResponse({"error": "not an input of this model"}, status_code=422)
        return {"score": scorer(values), "version": scorer.version}

    app.add_api_route("/health", health)
    app.add_api_route("/ready", ready)
    app.add_api_route("/predict", predict, methods=["POST"])
    return app
