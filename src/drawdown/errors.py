"""Errors that a person can act on: what is wrong, where, and what to do about it."""

from __future__ import annotations


class DrawdownError(Exception):
    """Anything drawdown refuses to do. The command prints the message alone; ``--debug`` adds the traceback."""

    def __init__(self, problem: str, *, remedy: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem}\n  remedy: {remedy}" if remedy else problem)

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel from worker processes whole."""
        return _rebuilt, (type(self), self.problem, self.remedy)


def _rebuilt(kind: type[DrawdownError], problem: str, remedy: str) -> DrawdownError:
    return kind(problem, remedy=remedy)


class ContractError(DrawdownError):
    """Data does not keep its contract. The message names rule, column, row key and value of each failure."""


class MissingTableError(DrawdownError):
    """A table that a stage reads is absent or unreadable. The message names the file and the stage that makes it."""


class KnowledgeError(DrawdownError):
    """Hand-kept knowledge in ``data/reference`` or ``data/raw/sources.yaml`` is wrong. Names file, row and remedy."""


class ParameterError(DrawdownError):
    """``params.yaml`` or a command-line option asks for something impossible."""


class OlderTableWarning(UserWarning):
    """A table was written before some of its columns were described. The message names them, and how to get them."""
