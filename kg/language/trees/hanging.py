"""A change to a tree that is held as two lists, heads (token indices) and labels."""


def hang(index: int, head: int, label: str, heads: list[int], labels: list[str]) -> None:
    """Give a token another head and label; a head below the token itself is refused."""
    above = head
    for _ in heads:
        if above == index:
            return
        if heads[above] == above:
            break
        above = heads[above]
    heads[index], labels[index] = head, label
