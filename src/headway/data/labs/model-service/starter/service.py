"""The service. Write create_app; the brief says what it answers."""

from fastapi import FastAPI


def create_app(model):
    """A FastAPI app that serves this model; model is None while none is loaded."""
    raise NotImplementedError
