"""Every benchmark, one after the other, each in a process of its own: ``python -m benchmarks.run [NAME…]``."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
import time

import benchmarks


def names() -> list[str]:
    """The benchmarks there are: every module of this package with a ``main``, but this one."""
    return [
        module.name
        for module in pkgutil.iter_modules(benchmarks.__path__)
        if module.name != "run" and not module.name.startswith("_")
    ]


def main() -> int:
    """Run the benchmarks named on the command line, or all; the exit code is 1 if any failed."""
    failed = []
    for name in sys.argv[1:] or names():
        print(f"== {name}", flush=True)
        began = time.perf_counter()
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode:
            failed.append(name)
        print(f"== {name}: {time.perf_counter() - began:.0f} s\n", flush=True)
    if failed:
        print("failed:", *failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
