"""Run the command line with ``python -m netdeps``."""

from netdeps.cli import main

if __name__ == "__main__":
    main()
