"""Labels that are like a given one, by the pairs of letters that they share (Dice's coefficient)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping


class Likeness:
    """An index over labels; each label may be of several ids."""

    def __init__(self, labels: Mapping[str, Iterable[str]]) -> None:
        self._labels = [(label, tuple(ids), _pairs(label)) for label, ids in labels.items()]
        self._having: dict[str, list[int]] = defaultdict(list)
        for at, (_, _, pairs) in enumerate(self._labels):
            for pair in pairs:
                self._having[pair].append(at)

    def like(self, label: str, *, count: int, least: float = 0.5) -> list[tuple[float, str, str]]:
        """(likeness 0 to 1, label, id), the likest first, one an id, `count` at most; `label` is folded."""
        pairs = _pairs(label)
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._having.get(pair, ()))
        best: dict[str, tuple[float, str, str]] = {}
        for at, number in shared.items():
            known, ids, others = self._labels[at]
            likeness = 1.0 if known == label else 0.99 * 2 * number / (len(pairs) + len(others))
            for each in ids:
                if likeness >= least and likeness > best.get(each, (0.0, "", ""))[0]:
                    best[each] = (likeness, known, each)
        return sorted(best.values(), key=lambda found: (-found[0], len(found[1]), found[2]))[:count]


def _pairs(label: str) -> frozenset[str]:
    padded = f" {label} "
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))
