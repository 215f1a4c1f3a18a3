"""The files of B: no savepoint brings one back that a request deletes."""

from pathlib import Path

from django.conf import settings


class Files:
    def __init__(self) -> None:
        found = Path(settings.MEDIA_ROOT).rglob("*")
        self.kept = {path: path.read_bytes() for path in found if path.is_file()}

    def changed(self) -> set[str]:
        """Says whether a file of B's is gone or another than it was, and puts it back."""
        touched = [path for path in self.kept if self.differs(path)]
        for path in touched:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.kept[path])
        return {"files"} if touched else set()

    def differs(self, path: Path) -> bool:
        return not path.exists() or path.read_bytes() != self.kept[path]
