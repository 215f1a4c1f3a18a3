"""`python -m bench.scale`: every screen at a thousand members beside the same at ten."""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from audit import scratch

FEW, MANY = 10, 1000
ROUNDS, WARM_UP = 15, 2
MOST = 1.3  # times as long at a thousand members
SCREENS = (
    "desk", "desk of the staff", "explorer", "explorer of the staff", "editor", "page chooser",
    "page chooser, search", "image chooser", "member home", "directory", "sitemap index",
)  # fmt: skip


@dataclass
class Worker:
    questions: IO[str]
    answers: IO[str]

    def ask(self, screen: str) -> tuple[int, float]:
        """The queries that a screen needs, and its milliseconds."""
        print(screen, file=self.questions, flush=True)
        answer = json.loads(self.answers.readline())
        return answer["queries"], answer["milliseconds"]


@contextmanager
def network(directory: Path, postgres: str, members: int, mode: str) -> Iterator[Worker]:
    environment = scratch.environment_for(directory, 80, postgres, scratch.PRODUCTION)
    name = f"scale_{members}"
    environment |= {"DATABASE_URL": f"postgres://postgres@/{name}?host={postgres}"}
    environment |= {"REQUIRE_TWO_FACTOR": "false"}  # the people of the bench have no telephone
    if mode == "build":
        from alliance.embedded.server import create_database

        create_database(postgres, name)
        scratch.manage(["migrate", "-v0"], environment)
        scratch.manage(["collectstatic", "--noinput", "-v0"], environment)
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.scale.worker", str(members), mode],
        env=environment, cwd=scratch.ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        answers, questions = process.stdout, process.stdin
        if not answers or not questions or answers.readline().strip() != "ready":
            raise SystemExit(f"The network of {members} members was not made: see above.")
        yield Worker(questions, answers)
    finally:
        process.terminate()
        process.wait(30)


@dataclass
class Line:
    queries: tuple[int, int]
    milliseconds: tuple[float, float]

    @property
    def ratio(self) -> float:
        return self.milliseconds[1] / self.milliseconds[0]


def compare(one: Worker, other: Worker, screen: str) -> Line:
    """By turns, so that whatever else the machine does slows both."""
    for _ in range(WARM_UP):
        costs = [(one.ask(screen), other.ask(screen))]
    queries = (costs[-1][0][0], costs[-1][1][0])
    costs = [(one.ask(screen), other.ask(screen)) for _ in range(ROUNDS)]
    medians = [statistics.median(cost[which][1] for cost in costs) for which in (0, 1)]
    return Line(queries, (medians[0], medians[1]))


def report(lines: dict[str, Line], names: tuple[str, str]) -> None:
    print(f"\n{'':<22}  {'queries':>17}  {'ms, median of ' + str(ROUNDS):>26}")
    print(f"{'':<22}" + f"  {names[0]:>8}  {names[1]:>7}" * 2 + "   ratio")
    for name, line in lines.items():
        print(
            f"{name:<22}  {line.queries[0]:8}  {line.queries[1]:7}"
            f"  {line.milliseconds[0]:8.1f}  {line.milliseconds[1]:7.1f}  {line.ratio:6.2f}x"
        )


def main() -> None:
    directory = scratch.VAR / "bench-scale"
    shutil.rmtree(directory, ignore_errors=True)
    sys.path.append(str(scratch.ROOT / "site"))
    from alliance.embedded.server import socket_directory

    postgres = socket_directory(directory / "postgres", durable=False)
    with ExitStack() as stack:
        few, many, stock = (
            stack.enter_context(network(directory, postgres, members, mode))
            for members, mode in ((FEW, "build"), (MANY, "build"), (MANY, "stock"))
        )
        grown = {screen: compare(few, many, screen) for screen in SCREENS}
        editor = compare(stock, many, "editor")
    report(grown, (f"{FEW}", f"{MANY}"))
    report({"editor": editor}, ("stock", "ours"))


if __name__ == "__main__":
    main()
