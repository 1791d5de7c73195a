"""Graphs: what can be reached from where, and how far it is."""

from collections import deque
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

Graph = Mapping[str, AbstractSet[str]]


def reached(graph: Graph, start: str) -> set[str]:
    """Return everything that can be reached from a place, itself only if there is a way back."""
    found: set[str] = set()
    ahead = list(graph.get(start, ()))
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead.extend(graph.get(name, ()))
    return found


def shortest(graph: Graph, start: str, goal: str) -> tuple[str, ...]:
    """Return the shortest way to a place, both ends included; back to itself if that is asked.

    Empty if there is none.
    """
    ahead: deque[tuple[str, ...]] = deque([(start,)])
    seen: set[str] = set()
    while ahead:
        way = ahead.popleft()
        for name in sorted(graph.get(way[-1], ())):
            if name == goal:
                return (*way, name)
            if name not in seen:
                seen.add(name)
                ahead.append((*way, name))
    return ()


def longest(graph: Graph, start: str) -> tuple[str, ...]:
    """Return the longest way from a place, itself first. There must be no circle on it."""
    ways = [longest(graph, name) for name in sorted(graph.get(start, ()))]
    return (start, *max(ways, key=len, default=()))
