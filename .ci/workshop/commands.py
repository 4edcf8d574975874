"""Other programs, which have to do what they are told."""

import subprocess
import sys


def complain(text):
    sys.exit(f"hour: {text}")


def run(*words, **options):
    done = subprocess.run(words, capture_output=True, text=True, **options)
    if done.returncode != 0:
        complain(f"{' '.join(words)}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout
