"""The settings: a TOML file becomes frozen values."""
