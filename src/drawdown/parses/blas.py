"""Matrix products of spaCy's models by numpy's OpenBLAS, three times as fast as the portable kernels that thinc's wheels bring.

Products are the same to the last bits of a float; a last bit decides no parse that was not a draw. OpenBLAS is to run on one thread
(``OPENBLAS_NUM_THREADS=1``, which the command sets for itself and its workers): matrices of one article are too small to share.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps


class BlasOps(NumpyOps):  # type: ignore[misc]
    """Operations of thinc on numpy arrays, with numpy's own product of matrices."""

    name = "drawdown_blas"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """Product of two matrices, either of them transposed first; into ``out`` if that is given."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def install(nlp: Language) -> None:
    """Let every model of a pipeline multiply so."""
    ops = BlasOps()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model) and isinstance(model.ops, NumpyOps):
            for node in model.walk():
                node.ops = ops
