"""Sentence encoders so small that what they say is seen at a glance."""

import base64
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from herreader.encoder_files import MODEL, TOKENIZER
from herreader.finding.encoder import Vectors

# A network in the ONNX format that gives token N the state that is 1 at N modulo 4, and else 0.
_NETWORK = (
    "c-rIO5Mr=uXX4W2Vl3g}%*-n&Es4)eDHamUNh~gj&&W(kNzIEdE=ep&Rbq2bEXhbM5@Jl(>S5&I;9wD8RBB*kU}&&szy"
    "PF(QKsLCu_Q_s+2sOUd>rgTTwKgTj7cCOFG-UN(>FpQTtXa-LVO5iTudA+PApsu0=xjqOeaD"
)
WORDS = ("[CLS]", "[SEP]", "[UNK]", "sea", "ledger", "quay")
"""What the tokens are, by their numbers."""


class Topics:
    """An encoder that knows three topics by their letters, and notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, plain: str, spans: Sequence[tuple[int, int]]) -> Vectors:
        self.asked.append(plain)
        counts = [
            [1.0, *(plain[start:end].lower().count(word) * 3 for word in ("drown", "sum", "wave"))]
            for start, end in spans
        ]
        rows = np.array(counts, dtype=np.float32)
        vectors: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return vectors


def write_encoder(folder: Path, words: Sequence[str] = WORDS) -> Path:
    """Put a real encoder of a few hundred bytes into a folder."""
    from tokenizers import Tokenizer, models, pre_tokenizers

    (folder / MODEL).parent.mkdir(parents=True)
    (folder / MODEL).write_bytes(zlib.decompress(base64.b85decode(_NETWORK)))
    numbers = {word: number for number, word in enumerate(words)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.enable_truncation(3)  # as in published ones
    tokenizer.save(str(folder / TOKENIZER))
    return folder
