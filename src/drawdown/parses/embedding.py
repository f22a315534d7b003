"""Vectors of words out of context, worked out once for the words of an article that are alike, which half of them are.

spaCy's models look up a word's norm, prefix, suffix and shape and mix what they find by a wide product, word by word; context comes after.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model
from thinc.types import Ragged

_STEPS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The layers of spaCy's ``MultiHashEmbed``: the third looks up, the fourth mixes."""


def install(nlp: Language) -> None:
    """Let every such embedding of a pipeline's models work so; it predicts what it did, and can no longer be trained."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else []:
            if tuple(layer.name.partition("(")[0] for layer in node.layers) == _STEPS:
                node.layers[2:4] = [Model("of_kinds", _of_kinds, layers=node.layers[2:4])]


def _of_kinds(model: Model[Any, Any], words: Any, is_train: bool) -> tuple[Ragged, Any]:
    del is_train  # thinc hands it over; nothing here depends on it
    kinds: Any
    kinds, back = np.unique(np.asarray(words.dataXd), axis=0, return_inverse=True)
    vectors: Any = Ragged(kinds, model.ops.asarray1i([len(kinds)]))
    for layer in model.layers:
        vectors = layer.predict(vectors)
    return Ragged(vectors.dataXd[back.reshape(-1)], words.lengths), _not_trained


def _not_trained(gradient: Ragged) -> Ragged:
    raise NotImplementedError("the pipeline is loaded to predict")
