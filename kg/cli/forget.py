"""`kg forget`: take articles out of a graph."""

from typing import Annotated

import typer

from kg.cli.app import Graph, app, example


@app.command(epilog=example("kg forget demo talks", "kg forget demo news:17 news:18"))
def forget(
    folder: Graph,
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Its id.", show_default=False)
    ],
) -> None:
    """Take articles out of a graph, with all that only they said.

    What is left is the graph as it would be without them. Of the articles themselves DIR keeps the
    ids, and when they went.
    """
    from kg.graph.change.build import forget as forget_articles
    from kg.view import write_page

    forget_articles(folder, articles, write_page=write_page)
    typer.echo("\n".join(f"{article}: forgotten." for article in articles))
