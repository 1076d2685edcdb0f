"""A sentence encoder that the reader has put beside their texts: what words mean, as vectors.

It is a network of the BERT family in the ONNX format, and runs on this machine; nothing is fetched.
Its libraries come with the extra `meaning`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from herreader.encoder_files import LIBRARIES_CURE, MODEL, TOKENIZER
from herreader.errors import EncoderError
from herreader.text.safe import clean_line

if TYPE_CHECKING:  # it takes longer to load than all of this program
    import numpy as np
    import numpy.typing as npt

Vectors: TypeAlias = "npt.NDArray[np.float32]"
"""A row for each span of a text, of length one."""

_REFUSED = "The sentence encoder can’t be used"  # noqa: RUF001 - a curly apostrophe, as in prose
_CURE = "Fetch its files again."
_FRAME = ("[CLS]", "[SEP]")
_AT_ONCE = 254
"""Tokens that are read together: with those around them, half of what such networks can."""


class Encoder(Protocol):
    """Gives what words mean."""

    def encode(self, plain: str, spans: Sequence[tuple[int, int]]) -> Vectors:
        """Give a vector for each span of a text, from its first character to the one after it.

        Raises:
            EncoderError: If it fails at the text.
        """


def open_encoder(folder: Path) -> Encoder:
    """Load the encoder in a folder, which has one.

    Raises:
        EncoderError: If its files, or the libraries, are not what they should be.
    """
    try:
        return _Encoder(folder)
    except ImportError as error:
        raise EncoderError(_REFUSED, f"{clean_line(str(error))}. {LIBRARIES_CURE}") from error
    except Exception as error:  # both libraries raise what they like
        where = clean_line(str(folder))
        message = f"{where} holds none that can be loaded ({_reason(error)}). {_CURE}"
        raise EncoderError(_REFUSED, message) from error


def _reason(error: Exception) -> str:
    return clean_line(str(error)) or type(error).__name__


class _Encoder:
    """The network and its tokenizer."""

    def __init__(self, folder: Path) -> None:
        import numpy as np
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        self._numpy = np
        options = SessionOptions()
        # More of them would wait for each other in a loop, and the reader's page for them.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3  # what it warns of would be written over the screen
        self._session = InferenceSession(str(folder / MODEL), options)
        self._wanted = {each.name for each in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._frame = [self._tokenizer.token_to_id(name) for name in _FRAME]
        self._means("words", [(0, 5)])  # one that can be loaded may still not do

    def encode(self, plain: str, spans: Sequence[tuple[int, int]]) -> Vectors:
        """Give a vector for each span of a text."""
        try:
            return self._means(plain, spans)
        except Exception as error:  # both libraries raise what they like
            message = f"It fails at a text that it is to read ({_reason(error)}). {_CURE}"
            raise EncoderError(_REFUSED, message) from error

    def _means(self, plain: str, spans: Sequence[tuple[int, int]]) -> Vectors:
        """Give the means of the states of the tokens in each span, from one pass over the text."""
        np = self._numpy
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
        vectors: Vectors = (sums / np.maximum(lengths, np.finfo(np.float64).tiny)).astype(
            np.float32
        )
        return vectors

    def _states(self, ids: Sequence[int]) -> Any:
        """Give the state of each token, a row each, without those that frame them."""
        np = self._numpy
        framed = np.array([[self._frame[0], *ids, self._frame[1]]], dtype=np.int64)
        given = {
            "input_ids": framed,
            "attention_mask": np.ones_like(framed),
            "token_type_ids": np.zeros_like(framed),
        }
        wanted = {name: given[name] for name in self._wanted}
        return self._session.run(None, wanted)[0][0, 1:-1]
