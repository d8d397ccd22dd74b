#!/usr/bin/env python3
"""Tell what adding an article costs as a ledger grows.

usage: bench/growth.py ARTICLES.jsonl COUNT [WINDOW] [LEDGER]

Makes COUNT articles of those given (bench/many.py), adds them to a new ledger in one run, and prints for every WINDOW (2,000) articles that came in: milliseconds of
processor time an article (user and system, all threads; "writer" is the thread that groups and keeps them, the rest analyses), articles a second by the clock, memory
in MB, bytes of the ledger an article. Processor time hardly depends on what else the machine does. LEDGER: where the ledger is made and left, to be asked afterwards.
Build first (`./sanad --version`); SANAD names another program.
"""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SANAD = os.environ.get('SANAD', os.path.join(HOME, 'sanad'))
TICK = os.sysconf('SC_CLK_TCK')


def ticks(path):
    """seconds of processor time in a stat file of /proc"""
    with open(path) as f:
        fields = f.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def memory(pid):
    """MB held now and at most"""
    with open(f'/proc/{pid}/status') as f:
        status = f.read()
    return tuple(int(re.search(rf'{name}:\s+(\d+)', status)[1]) / 1024 for name in ('VmRSS', 'VmHWM'))


def kept(ledger):
    if not os.path.exists(ledger):
        return 0
    try:
        connection = sqlite3.connect(f'file:{ledger}?mode=ro', uri=True)
        try:
            return connection.execute('SELECT coalesce(max(id), 0) FROM article').fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error:
        return 0


def size(ledger):
    return sum(os.path.getsize(ledger + end) for end in ('', '-wal') if os.path.exists(ledger + end))


def watch(process, ledger, window):
    pid = process.pid
    print(f"{'articles':>9} {'ms/article':>11} {'writer':>7} {'others':>7} {'articles/s':>11} {'MB':>6} {'most':>6} {'KB/article':>11}")
    last = (0, 0.0, 0.0, time.perf_counter(), 0)
    while process.poll() is None:
        time.sleep(0.1)
        count = kept(ledger)
        if count < last[0] + window:
            continue
        try:
            now = (count, ticks(f'/proc/{pid}/stat'), ticks(f'/proc/{pid}/task/{pid}/stat'), time.perf_counter(), size(ledger))
            held, most = memory(pid)
        except (OSError, TypeError):
            break
        articles, all_, writer, seconds, grown = (b - a for a, b in zip(last, now))
        print(f'{count:9,} {1000 * all_ / articles:11.3f} {1000 * writer / articles:7.3f} {1000 * (all_ - writer) / articles:7.3f} {articles / seconds:11,.0f} {held:6,.0f} {most:6,.0f} '
              f'{grown / articles / 1024:11.1f}', flush=True)
        last = now


def main():
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    articles, count = sys.argv[1], sys.argv[2]
    window = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
    with tempfile.TemporaryDirectory() as folder:
        ledger = sys.argv[4] if len(sys.argv) > 4 else os.path.join(folder, 'ledger.db')
        if os.path.exists(ledger):
            sys.exit(f'{ledger} is there already')
        maker = subprocess.Popen([sys.executable, os.path.join(HOME, 'bench', 'many.py'), articles, count], stdout=subprocess.PIPE)
        process = subprocess.Popen([SANAD, 'add', '--db', ledger, '-'], stdin=maker.stdout, stdout=subprocess.DEVNULL)
        maker.stdout.close()
        start = time.perf_counter()
        watch(process, ledger, window)
        _, status, usage = os.wait4(process.pid, 0) if process.returncode is None else (0, process.returncode, None)
        if status:
            sys.exit('sanad add failed')
        print(f'all in {time.perf_counter() - start:,.0f} s')
    return 0


sys.exit(main())
