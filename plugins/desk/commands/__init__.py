"""One file a command: its docstring is the help, `add_arguments(parser)` and `run(arguments)` do the rest."""
