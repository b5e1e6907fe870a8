"""The knowledge base: skills, roles, resources, pay, stages and their sources, read from data/."""
