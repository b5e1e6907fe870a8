"""A pydantic model made from the model's names; errors are told without echoing the input."""

from typing import Annotated

import numpy as np
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, create_model

Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-1e6, le=1e6)]


class Exact(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Limit:
    """Refuses long bodies before anything parses them; a request need not tell its length."""

    def __init__(self, app, most):
        self.app, self.most = app, most

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            taken, size = [], 0
            while not taken or taken[-1].get("more_body"):
                taken.append(await receive())
                size += len(taken[-1].get("body", b""))
                if size > self.most:
                    await JSONResponse({"detail": "too long"}, 413)(scope, receive, send)
                    return

            async def again():
                return taken.pop(0) if taken else await receive()

            await self.app(scope, again, send)
            return
        await self.app(scope, receive, send)


def create_app(model):
    app = FastAPI(title="scores")
    app.add_middleware(Limit, most=10_000)

    @app.exception_handler(RequestValidationError)
    async def refused(request, error):
        return JSONResponse({"detail": [{"where": e["loc"], "what": e["msg"]} for e in error.errors()]}, 422)

    @app.get("/health")
    def health():
        return {"status": "alive"}

    if model is None:

        @app.get("/ready")
        @app.post("/predict")
        def waiting():
            return JSONResponse({"detail": "no model"}, 503)

        return app

    names = sorted(model["weights"])
    weights = np.array([model["weights"][name] for name in names])
    Input = create_model("Input", __base__=Exact, **{name: (Number, ...) for name in names})

    @app.get("/ready")
    def ready():
        return {"version": model["version"]}

    @app.post("/predict")
    def predict(values: Input):
        x = np.array([getattr(values, name) for name in names])
        score = 0.5 * (1 + np.tanh((model["bias"] + weights @ x) / 2))
        return {"score": float(score), "version": model["version"]}

    return app
