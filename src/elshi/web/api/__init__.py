"""What programs ask over HTTP: the same JSON as the commands print, and judgements in."""
