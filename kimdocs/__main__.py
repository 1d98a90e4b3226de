"""``python -m kimdocs``: the command line."""

from kimdocs.cli.main import entry

if __name__ == "__main__":
    entry()
