"""The local web app: pages drawn on the server, and the same use cases as JSON under /api."""
