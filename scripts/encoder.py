"""A sentence encoder: what words mean, as vectors. It is asked when senses are learned, only.

It is a network of the BERT family in the ONNX format, such as all-MiniLM-L6-v2.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

MODEL = Path("onnx", "model.onnx")
TOKENIZER = Path("tokenizer.json")
"""Where the two files are in the encoder's folder, as in those that models are published in."""
_FRAME = ("[CLS]", "[SEP]")
_AT_ONCE = 254
"""Tokens that are read together: with those around them, half of what such networks can."""


class Encoder:
    """The network and its tokenizer."""

    def __init__(self, folder: Path) -> None:
        """Load it from a folder."""
        self._session = InferenceSession(str(folder / MODEL))
        self._wanted = {each.name for each in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._frame = [self._tokenizer.token_to_id(name) for name in _FRAME]

    def encode(self, plain: str, spans: Sequence[tuple[int, int]]) -> npt.NDArray[np.float32]:
        """Give a vector of length one, a row, for each span of a text.

        It is the mean of the states of the tokens in the span, from one pass over the text. A span
        goes from its first character to the one after its last.
        """
        tokens = self._tokenizer.encode(plain, add_special_tokens=False)
        parts = [tokens.ids[at : at + _AT_ONCE] for at in range(0, len(tokens.ids), _AT_ONCE)]
        states = np.concatenate([self._states(part) for part in parts or [[]]])
        through = np.vstack([np.zeros(states.shape[1]), states.cumsum(axis=0, dtype=np.float64)])
        middles = np.array(tokens.offsets).reshape(-1, 2).mean(axis=1)
        starts, ends = np.array(spans).T
        sums = (
            through[middles.searchsorted(ends, side="right")]
            - through[middles.searchsorted(starts)]
        )
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        unit: npt.NDArray[np.float64] = sums / np.maximum(lengths, np.finfo(np.float64).tiny)
        return unit.astype(np.float32)

    def _states(self, ids: Sequence[int]) -> Any:
        """Give the state of each token, a row each, without those that frame them."""
        framed = np.array([[self._frame[0], *ids, self._frame[1]]], dtype=np.int64)
        given = {
            "input_ids": framed,
            "attention_mask": np.ones_like(framed),
            "token_type_ids": np.zeros_like(framed),
        }
        wanted = {name: given[name] for name in self._wanted}
        return self._session.run(None, wanted)[0][0, 1:-1]
