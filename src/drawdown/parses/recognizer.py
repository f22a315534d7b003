"""Named entities by spaCy's model, decoded at once: most words stand in no entity, and what follows them does not depend on them.

spaCy's transition system takes one step a word, each a product of tiny matrices between checks of all 74 moves. While no entity is
open the scores of a word depend on that word alone; so all words are scored in one product, and only inside an entity of several
words is there a step to take, between going on and ending. Same model, same moves, same rules: same entities, as the tests compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Component = Callable[[Doc], Doc]
_FEATURES = 3
"""Words that a state looks at: the next one, the first of the open entity, the last of it."""


def quick(component: Component) -> Component:
    """The same component, faster; the component itself where it is of another build than the one described above."""
    if not isinstance(component, EntityRecognizer) or component.cfg.get("beam_width", 1) != 1:
        return component
    model = component.model
    alike = model.attrs.get("has_upper") and not model.attrs.get("unseen_classes")
    if not alike or model.get_ref("lower").get_dim("nF") != _FEATURES or model.get_ref("lower").get_dim("nP") < 2:
        return component  # type: ignore[no-any-return]
    return _Recognizer(component)


@dataclass(frozen=True, slots=True)
class _Moves:
    """The moves by their place among the scores: ``B-ORG`` begins an entity, ``I-`` goes on, ``L-`` ends, ``U-`` is one of one word, ``O`` none."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, component: EntityRecognizer) -> _Moves:
        return cls(tuple(component.moves.get_class_name(at) for at in range(component.moves.n_moves)))

    def are(self, letter: str) -> Any:
        """Which of them are of a kind."""
        return np.array([name.startswith(f"{letter}-") and len(name) > 2 for name in self.names])

    def inside(self) -> dict[str, list[int]]:
        """Label -> the places of its moves to go on and to end, in their order, which decides a draw."""
        labels = [name[2:] for name in self.names if name.startswith("B-")]
        return {label: sorted((self.names.index(f"I-{label}"), self.names.index(f"L-{label}"))) for label in labels}


class _Recognizer:
    """Finds the entities of a parsed Doc that holds none yet."""

    def __init__(self, component: EntityRecognizer) -> None:
        moves = _Moves.of(component)
        self._model = component.model
        self._names, self._inside = moves.names, moves.inside()
        self._begins, self._units = moves.are("B"), moves.are("U")
        self._never = ~(self._begins | self._units | (np.array(moves.names) == "O"))

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            doc.set_ents(list(self._entities(doc)), default="outside")
        return doc

    def _entities(self, doc: Doc) -> Iterator[Span]:
        lower, upper = self._model.get_ref("lower"), self._model.get_ref("upper")
        # A row for each word behind one of padding; a layer for each of the three features.
        parts = lower.predict(self._model.get_ref("tok2vec").predict([doc]))
        bias, weights, offsets = lower.get_param("b"), upper.get_param("W"), upper.get_param("b")
        scores = (parts[1:, 0] + (parts[0, 1] + parts[0, 2] + bias)).max(axis=-1) @ weights.T + offsets
        closes = np.ones(len(doc), dtype=bool)  # words behind which no entity goes on
        closes[:-1] = np.asarray(doc.to_array("SENT_START"))[1:] == 1
        blank = np.asarray(doc.to_array("IS_SPACE")).astype(bool)
        scores[:, self._never] = -np.inf
        scores[(closes | blank)[:, None] & self._begins] = -np.inf
        scores[blank[:, None] & self._units] = -np.inf
        guesses, end = scores.argmax(axis=1), 0
        for start in np.flatnonzero(guesses != self._names.index("O")).tolist():
            if start < end:
                continue
            letter, label = self._names[guesses[start]].split("-", 1)
            end = start + 1
            if letter == "B":
                while not closes[end] and self._goes_on(label, parts[end + 1, 0] + parts[start + 1, 1] + parts[end, 2] + bias):
                    end += 1
                end += 1
            yield Span(doc, start, end, label=label)

    def _goes_on(self, label: str, state: Any) -> bool:
        """Whether an open entity goes on behind the next word, rather than ending with it."""
        upper, moves = self._model.get_ref("upper"), self._inside[label]
        scores = upper.get_param("W")[moves] @ state.max(axis=-1) + upper.get_param("b")[moves]
        return self._names[moves[int(scores.argmax())]].startswith("I")
