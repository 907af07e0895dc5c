import random
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.article.sketch import resemblance, sketch
from kg.types import Article

WORDS = [f"word{i}" for i in range(2000)]


def article(text, *body):
    return Article("a", text, "en", body=body)


def draw(text, *body):
    digits = sketch(article(text, *body))
    assert digits is not None
    return bytes.fromhex(digits)


def runs(words):
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}


def test_the_same_bytes_everywhere():
    digits = sketch(article(" ".join(WORDS[:50])))
    assert len(digits) == 256
    assert sha256(digits.encode()).hexdigest()[:16] == "cfbd18cf3c12ff2f"


def test_case_and_punctuation_do_not_count():
    text = "One two three four five six seven eight nine ten. " * 2 + " ".join(WORDS[:30])
    assert sketch(article(text)) == sketch(article(text.upper().replace(".", " —")))


def test_a_handful_of_words_has_no_sketch():
    assert sketch(article("")) is None
    assert sketch(article(" ".join(WORDS[:21]))) is None
    assert sketch(article(" ".join(WORDS[:22]))) is not None


def test_only_prose_counts():
    prose = " ".join(WORDS[:60])
    page = f"Menu Sport Culture\n{prose}\nAll rights reserved"
    start = page.index(prose)
    assert draw(page, (start, start + len(prose))) == draw(prose)
    assert draw(page) != draw(prose)


@given(st.integers(0, 1000), st.floats(0, 0.3))
def test_the_estimate_is_near_the_truth(seed, share):
    """128 hashes: the standard error is at most 0.045."""
    rng = random.Random(seed)
    words = rng.sample(WORDS, 400)
    other = [rng.choice(WORDS) if rng.random() < share else word for word in words]
    truth = len(runs(words) & runs(other)) / len(runs(words) | runs(other))
    assert resemblance(draw(" ".join(words)), draw(" ".join(other))) == pytest.approx(
        truth, abs=0.2
    )


def test_the_ends_of_the_scale():
    one, other = " ".join(WORDS[:300]), " ".join(WORDS[1000:1300])
    assert resemblance(draw(one), draw(one)) == 1.0
    assert resemblance(draw(one), draw(other)) < 0.05
