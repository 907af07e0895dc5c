"""What one article says, as RDF: the article, its reports of events, their times and quantities."""
