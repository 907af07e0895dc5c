from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from kg.graph.rdf.terms import decimal, number

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("value", "text", "datatype"),
    [
        (10_000, "10000", "integer"),
        (2.0, "2", "integer"),
        (2.5, "2.5", "decimal"),
        (1e-7, "0", "decimal"),
        (-1e-7, "0", "decimal"),
        (3.2e20, "320000000000000000000", "integer"),
    ],
)
def test_number(value, text, datatype):
    literal = number(value)
    assert (literal.value, literal.datatype.value) == (text, XSD + datatype)


@given(st.floats(min_value=0, max_value=1))
def test_decimal_has_no_exponent(value):
    text = decimal(value).value
    assert set(text) <= set("0123456789.")
    assert abs(Decimal(text) - Decimal(value)) <= Decimal("0.000001")


@given(st.floats(min_value=-1000, max_value=1000))
def test_a_store_keeps_a_decimal_as_it_is(value):
    store, term = Store(), NamedNode("x:a")
    store.add(Quad(term, term, decimal(value)))
    assert [quad.object for quad in store] == [decimal(value)]
