from typing import Any

from .errors import Mistake

# What a translation may not leave to the original, or English would stand under its name.
TEXTS = ("title", "summary", "image_alt", "body")


def translate_entry(source: dict[str, Any], translated: dict[str, Any]) -> dict[str, Any]:
    """The data of a page in another language: the original's, with every text replaced."""
    for name in TEXTS:
        if source.get(name) and not translated.get(name):
            raise Mistake(f"“{name}” is not translated")
    return overlay(source, translated)


def overlay(source: Any, translated: Any) -> Any:
    """Lay a translation over its original, part by part where the two have the same shape."""
    if isinstance(source, dict) and isinstance(translated, dict):
        merged = {name: overlay(source.get(name), value) for name, value in translated.items()}
        return {**source, **merged} if not is_block_of_another_kind(source, translated) else merged
    if isinstance(source, list) and isinstance(translated, list):
        if len(source) != len(translated):
            return translated
        return [overlay(one, other) for one, other in zip(source, translated, strict=True)]
    return source if translated is None else translated


def is_block_of_another_kind(source: dict[str, Any], translated: dict[str, Any]) -> bool:
    """Blocks are written as one name and its value; merging two names would make two blocks."""
    return len(source) == len(translated) == 1 and source.keys() != translated.keys()
