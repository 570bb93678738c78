"""The part of the main screen that saves an article as a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from tuinews.errors import TuinewsError
from tuinews.ui.screens.parts import Parts

if TYPE_CHECKING:
    from tuinews.model import Article


class Saving(Parts):
    """The suffix of the name that is typed tells the format; a file that is there is asked about."""

    def action_save(self) -> None:
        """Save the article in sight, or under the cursor, under a name that can be changed."""
        from tuinews.sharing import file_name
        from tuinews.ui.screens.prompt import Prompt

        article = self.current_article("No article here to save")
        if article is None:
            return
        asked = "Save as .md, .html or .txt"
        self.app.push_screen(
            Prompt(asked, value=file_name(article.title, ".md")),
            lambda name: self._save_as(article, name) if name else None,
        )

    def _save_as(self, article: "Article", name: str, *, over: bool = False) -> None:
        from tuinews.sharing import FORMATS, ExistsError, file_name, form_of, save
        from tuinews.ui.screens.prompt import Confirm

        def written() -> ExistsError | str:
            try:
                path = Path(name).expanduser().absolute()
                if path.is_dir():
                    path /= file_name(article.title, ".md")
                save(path, FORMATS[form_of(path.name)][1](article), over=over)
            except ExistsError as error:
                return error
            except (TuinewsError, RuntimeError) as error:  # RuntimeError: a home (~name) that nobody has
                return str(error)
            return f"Saved: {path}"

        def told(outcome: ExistsError | str) -> None:
            if isinstance(outcome, str):
                self.tell(outcome)
                return
            self.app.push_screen(
                Confirm(f"{name} is there already. Write over it?"),
                lambda sure: self._save_as(article, name, over=True) if sure else self.tell("Not saved"),
            )

        self.change(written, told)
