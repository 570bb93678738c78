"""Where tuinews keeps what it keeps: the platform's own folders, or one folder the user names."""

import os
from pathlib import Path
from typing import NamedTuple

import platformdirs

VARIABLE = "TUINEWS_HOME"


class Home(NamedTuple):
    """The folders of one user's tuinews; none of them is created before something is written."""

    data: Path
    config: Path

    @classmethod
    def find(cls, named: str | None = None) -> "Home":
        """Return the home the user named (`--home`, else TUINEWS_HOME), else the platform's folders."""
        chosen = named or os.environ.get(VARIABLE)
        if chosen:
            folder = Path(chosen).expanduser().absolute()
            return cls(data=folder, config=folder)
        return cls(
            data=platformdirs.user_data_path("tuinews", appauthor=False),
            config=platformdirs.user_config_path("tuinews", appauthor=False),
        )

    @property
    def settings(self) -> Path:
        """The file of settings; it need not be there."""
        return self.config / "settings.toml"

    @property
    def log(self) -> Path:
        """The file that a bug's traceback goes to."""
        return self.data / "tuinews.log"
