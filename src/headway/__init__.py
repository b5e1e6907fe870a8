"""Headway: a route planner for machine-learning careers."""
