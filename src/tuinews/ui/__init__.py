"""The interface, the only floor that knows Textual."""
