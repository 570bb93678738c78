"""The search language: a string becomes a query."""
