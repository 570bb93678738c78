"""The user's settings as the interface needs them: file, theme and keys, checked together."""

from pathlib import Path

from tuinews.settings import Problem, Settings, line_of, load
from tuinews.ui.keymap import keymap
from tuinews.ui.themes import available


def read(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings; wrong themes, citations and keys are told too, and defaults stand in for them."""
    settings, problems = load(path)
    if not problems and settings == Settings():
        return settings, ()
    found = list(problems)
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if settings.theme not in available():
        what = f"there is no such theme; there are {', '.join(available())}"
        found.append(Problem(path, line_of(text, "look", "theme"), "look.theme", what))
        settings = settings._replace(theme=Settings().theme)
    if "{" in settings.citation:
        from tuinews.citing import check_template

        try:
            check_template(settings.citation)
        except ValueError as error:
            place = line_of(text, "reading", "citation")
            found.append(Problem(path, place, "reading.citation", str(error)))
            settings = settings._replace(citation=Settings().citation)
    _, wrong = keymap(settings.preset, settings.keys)
    for id_, what in wrong.items():
        found.append(Problem(path, line_of(text, "keys", id_), f"keys.{id_}", what))
    kept = {id_: keys for id_, keys in settings.keys.items() if id_ not in wrong}
    return settings._replace(keys=kept), tuple(found)
