"""What the command prints, and whether it was good."""

from dataclasses import dataclass, field

from . import ledger
from .audit import Findings, Leak
from .rows import Rows


@dataclass
class Verdict:
    lines: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)  # which end the command in failure
    known: list[str] = field(default_factory=list)  # leaks that are written down

    def is_good(self, with_known: bool = False) -> bool:
        return not self.faults and (with_known or not self.known)


def judge(findings: Findings, rows: Rows, roles: list[str]) -> Verdict:
    verdict = Verdict(faults=ledger.faults_of_models(rows))
    verdict.lines = table(findings, roles)
    reasons, known = ledger.reasons(), ledger.known_leaks()
    for place in sorted(findings.unexercised):
        if place in reasons:
            verdict.lines.append(f"unexercised  {place}: {reasons[place]}")
        else:
            verdict.faults.append(f"{place}: not exercised, and nothing says why")
    done = reasons.keys() & findings.exercised.keys()
    verdict.faults += [f"{place}: exercised after all, so its reason is stale" for place in done]
    for leak in findings.leaks:
        place = f"{leak.method} {leak.surface}"
        listed = verdict.known if place in known else verdict.faults
        listed.append(line_of(leak))
    return verdict


def line_of(leak: Leak) -> str:
    return f"LEAK {leak.method} {leak.address} as {leak.role}: {leak.what}"


def table(findings: Findings, roles: list[str]) -> list[str]:
    """Surface by role: a dot where nothing was given away."""
    leaks = {(f"{leak.method} {leak.surface}", leak.role) for leak in findings.leaks}
    lines = ["  ".join(roles)]
    for place, count in sorted(findings.exercised.items(), key=lambda item: item[0].split()[1]):
        marks = "  ".join(
            ("LEAK" if (place, role) in leaks else ".").center(len(role)) for role in roles
        )
        lines.append(f"{marks}  {place} ({count})")
    return lines
