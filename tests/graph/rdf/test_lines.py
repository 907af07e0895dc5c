from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.rdf.lines import sort_lines

LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n")), max_size=30)


@given(LINES, st.integers(1, 100))
def test_lines_come_sorted_however_large_the_file(lines, chunk):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lines"
        path.write_bytes(b"".join(f"{line}\n".encode() for line in lines))
        found = [line.decode().removesuffix("\n") for line in sort_lines(path, chunk=chunk)]
        assert list(Path(folder).iterdir()) == [path]
    assert found == sorted(lines, key=lambda line: f"{line}\n")
