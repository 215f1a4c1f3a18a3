"""One network, in a process of its own, which answers how long each screen took and its queries.

`python -m bench.scale.worker MEMBERS`: makes the network in the database that DATABASE_URL
names, then reads the name of a screen from each line and writes what it cost, as JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import django


@dataclass
class Cost:
    queries: int
    milliseconds: float


def main() -> None:
    django.setup()
    from .screens import Screens, make_network, without_our_hooks

    members, mode = int(sys.argv[1]), sys.argv[2]
    make_network(members) if mode == "build" else None
    if mode == "stock":
        without_our_hooks()
    screens = Screens(members, as_staff=mode == "stock")
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(asdict(cost_of(screens.named[line.strip()]))), flush=True)


def cost_of(visit: Callable[[], Any]) -> Cost:
    from django.db import connection

    queries = 0

    def count(execute: Callable[..., Any], *rest: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*rest)

    with connection.execute_wrapper(count):
        began = time.perf_counter()
        visit()
        return Cost(queries, 1000 * (time.perf_counter() - began))


if __name__ == "__main__":
    main()
