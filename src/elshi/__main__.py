"""`python -m elshi` is the command `elshi`."""

from elshi.cli.main import main

if __name__ == "__main__":
    main(prog_name="elshi")
