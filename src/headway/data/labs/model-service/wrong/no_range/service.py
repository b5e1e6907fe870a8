import json
import math

from fastapi import FastAPI, HTTPException, Request

LARGEST, LONGEST = 1e6, 10_000


def checked(content, names):
    """The values of a body. Raises HTTPException 413 or 422."""
    if len(content) > LONGEST:
        raise HTTPException(413, "the body is too long")
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        raise HTTPException(422, "the body is no JSON") from None
    if not isinstance(values, dict) or set(values) != set(names):
        raise HTTPException(422, f"give exactly these numbers: {', '.join(names)}")
    for name, value in values.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise HTTPException(422, f"{name} is no number")
        if not math.isfinite(value):
            raise HTTPException(422, f"{name} is out of range")
    return values


def create_app(model):
    app = FastAPI()

    def loaded():
        if model is None:
            raise HTTPException(503, "no model is loaded")
        return model

    @app.get("/health")
    async def health():
        return {"status": "ok"}

    @app.get("/ready")
    async def ready():
        return {"status": "ready", "version": loaded()["version"]}

    @app.post("/predict")
    async def predict(request: Request):
        model = loaded()
        values = checked(await request.body(), list(model["weights"]))
        total = model["bias"] + sum(weight * values[name] for name, weight in model["weights"].items())
        score = 1 / (1 + math.exp(-min(max(total, -700), 700)))
        return {"score": score, "version": model["version"]}

    return app
