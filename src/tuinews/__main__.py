"""`python -m tuinews` is the same program as `tuinews`."""

from tuinews.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
