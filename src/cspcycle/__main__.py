"""The door: `cspcycle` and `python -m cspcycle` come in here."""

import sys


def main() -> None:
    """Run the command line; the version is answered before anything else is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from cspcycle import __version__  # noqa: PLC0415

        sys.stdout.write(f"cspcycle {__version__}\n")
        return
    import gc  # noqa: PLC0415

    gc.disable()  # a run is short and frees nothing; the collector would only look for what is not there
    from cspcycle.cli import run  # noqa: PLC0415 - as late as can be

    run()


if __name__ == "__main__":
    main()
