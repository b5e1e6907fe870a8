"""Adaptive tests: questions chosen for what they would tell, answers turned into proof."""
