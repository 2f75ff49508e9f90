"""Words in, words out: the only room with typer, rich, the clock and exit codes."""
