from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.terms import decimal, number

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("value", "text", "datatype"),
    [
        (10_000, "10000", "integer"),
        (2.0, "2", "integer"),
        (2.5, "2.5", "decimal"),
        (1e-7, "0.0", "decimal"),
        (3.2e20, "320000000000000000000", "integer"),
    ],
)
def test_number(value, text, datatype):
    literal = number(value)
    assert (literal.value, literal.datatype.value) == (text, XSD + datatype)


@given(st.floats(min_value=0, max_value=1))
def test_decimal_has_no_exponent(value):
    text = decimal(value).value
    assert "." in text
    assert set(text) <= set("0123456789.")
    assert abs(Decimal(text) - Decimal(value)) <= Decimal("0.000001")
