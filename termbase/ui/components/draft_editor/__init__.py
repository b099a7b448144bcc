"""The as-you-type editor of the page *Check a draft*."""

from termbase.ui.components.draft_editor.draft_editor import draft_editor

__all__ = ["draft_editor"]
