#!/usr/bin/env python3
"""Time the program as a whole, from outside: start-up, reading and adding.

usage: bench/run.py ARTICLES.jsonl [RUNS]

Prints medians over RUNS (5) of: start-up (`sanad --version`, and reading one short article), articles a second of `sanad read --format json` and of
`sanad add` into a new ledger, and the most memory each took. Build first (`./sanad --version`).
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SANAD = os.path.join(HOME, 'sanad')


def run(*args, stdin=None):
    """seconds and peak memory in MB of one run"""
    start = time.perf_counter()
    process = subprocess.Popen([SANAD, *args], stdin=stdin or subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"sanad {' '.join(args)} failed: {error.decode('utf-8', 'replace')}")
    return seconds, usage.ru_maxrss / 1024


def median(name, runs, unit='s', per=None):
    seconds = statistics.median(s for s, _ in runs)
    memory = max(m for _, m in runs)
    value = f'{per / seconds:,.0f} articles/s ({seconds:.2f} s)' if per else f'{seconds:.3f} {unit}'
    print(f'{name:32} {value:32} {memory:,.0f} MB')


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    articles, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    number = sum(1 for line in open(articles, 'rb') if line.strip())
    with tempfile.TemporaryDirectory() as folder:
        one = os.path.join(folder, 'one.txt')
        with open(one, 'w', encoding='utf-8') as f:
            f.write('Banjir Rendam Wairang\n\nBupati Rana Sulaiman mengatakan sedikitnya 14 orang tewas, Selasa (17/6/2025).\n')
        median('start-up (--version)', [run('--version') for _ in range(count)])
        median('read one article', [run('read', one) for _ in range(count)])
        median(f'read {number:,} articles', [run('read', '--format', 'json', articles) for _ in range(count)], per=number)
        median(f'add {number:,} articles', [run('add', '--db', os.path.join(folder, f'{i}.db'), articles) for i in range(count)], per=number)
    return 0


sys.exit(main())
