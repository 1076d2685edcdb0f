"""Figures side by side, and whether each keeps its target."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Self


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; what is only reported has no target."""

    what: str
    measured: str
    beside: str
    compared: str
    target: str
    kept: bool | None

    @classmethod
    def ratio(cls, what: str, seconds: float, beside: float, most: float | None = None) -> Self:
        """Compare by a ratio, with the greatest one that keeps the target."""
        return cls(
            what,
            _ms(seconds),
            _ms(beside),
            f"{seconds / beside:.2f} x",
            f"{most:g} x" if most else "",
            seconds / beside <= most if most else None,
        )

    @classmethod
    def difference(cls, what: str, seconds: float, beside: float, most: float) -> Self:
        """Compare by a difference, in seconds."""
        more = seconds - beside
        return cls(
            what, _ms(seconds), _ms(beside), f"+ {_ms(more)}", f"+ {_ms(most)}", more <= most
        )

    @classmethod
    def limit(cls, what: str, seconds: float, most: float) -> Self:
        """Hold against a fixed number of seconds."""
        return cls(what, _ms(seconds), "", "", _ms(most), seconds <= most)

    @classmethod
    def rate(cls, what: str, a_second: float, least: float | None = None) -> Self:
        """Hold how many are done in a second against the least that keeps the target."""
        return cls(
            what,
            f"{a_second:.0f} /s",
            "",
            "",
            f"{least:.0f} /s" if least else "",
            a_second >= least if least else None,
        )

    @classmethod
    def share(cls, what: str, share: float, least: float) -> Self:
        """Hold a share of one against the least that keeps the target."""
        return cls(what, f"{share:.1%}", "", "", f"{least:.0%}", share >= least)

    @classmethod
    def report(cls, what: str, seconds: float) -> Self:
        """Only report."""
        return cls(what, _ms(seconds), "", "", "", None)

    @classmethod
    def memory(cls, what: str, size: float, beside: float, most: float) -> Self:
        """Compare bytes by a difference."""
        more = size - beside
        return cls(what, _mb(size), _mb(beside), f"+ {_mb(more)}", f"+ {_mb(most)}", more <= most)


def percentile_99(figures: Iterable[float]) -> float:
    """Give the figure that one in a hundred exceeds; the greatest of fewer."""
    ordered = sorted(figures)
    return ordered[max(0, len(ordered) - 1 - len(ordered) // 100)]


def compare_keys(what: str, key: Sequence[float], floor: Sequence[float]) -> list[Row]:
    """Compare the answers to a key with the floor's: the usual one, and the slowest."""
    pairs: tuple[tuple[str, Callable[[Sequence[float]], float], float], ...] = (
        ("median", median, 0.006),
        ("p99", percentile_99, 0.0167),
    )
    return [Row.difference(f"{what}, {name}", of(key), of(floor), most) for name, of, most in pairs]


def write(rows: Iterable[Row]) -> str:
    """Write the table."""
    head = ("", "measured", "beside", "compared", "target", "")
    verdicts = {True: "ok", False: "OVER", None: ""}
    lines = [head] + [
        (row.what, row.measured, row.beside, row.compared, row.target, verdicts[row.kept])
        for row in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (width for width in widths)
    filled = [cells[0].ljust(first)]
    filled += [cell.rjust(width) for cell, width in zip(cells[1:], rest, strict=True)]
    return "  ".join(filled).rstrip()


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _mb(size: float) -> str:
    return f"{size / 1e6:.1f} MB"
