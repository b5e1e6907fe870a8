"""Plain Starlette-style: read the body by hand, check all by hand."""
import json
import math
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

LIMIT = 10_000


def create_app(model):
    app = FastAPI()
    weights = dict(model["weights"]) if model else {}

    def no(status, text):
        return JSONResponse({"detail": text}, status_code=status)

    @app.get("/health")
    async def health():
        return {"status": "ok"}

    @app.get("/ready")
    async def ready():
        return {"version": model["version"]} if model else no(503, "no model is loaded")

    @app.post("/predict")
    async def predict(request: Request):
        if not model:
            return no(503, "no model is loaded")
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) >= 9_000:
                return no(413, "the body is too long")
        try:
            data = json.loads(bytes(body))
        except (ValueError, RecursionError):
            return no(400, "no JSON")
        if not isinstance(data, dict):
            return no(422, "no object")
        if data.keys() != weights.keys():
            return no(422, "wrong names")
        total = model["bias"]
        for name, value in data.items():
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                return no(422, f"{name} is no number")
            if not abs(value) <= 1_000_000:
                return no(422, f"{name} is too large")
            total += weights[name] * value
        score = 1 / (1 + math.exp(-total)) if total >= 0 else math.exp(total) / (1 + math.exp(total))
        return {"score": score, "version": model["version"]}

    return app
