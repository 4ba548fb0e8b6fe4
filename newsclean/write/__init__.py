"""From an article to what people and programs read: each writer is a pure function from article to str."""

from newsclean.write.explain import ANSI, PLAIN, Palette, to_explanation
from newsclean.write.json import to_json, to_json_line
from newsclean.write.markdown import to_markdown
from newsclean.write.text import to_text

__all__ = ["ANSI", "PLAIN", "Palette", "to_explanation", "to_json", "to_json_line", "to_markdown", "to_text"]
