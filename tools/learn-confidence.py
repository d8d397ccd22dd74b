#!/usr/bin/env python3
"""Learn how often each rule of attribution is right, and write languages/confidence.tsv.

usage: tools/learn-confidence.py GOLD_FOLDER... > languages/confidence.tsv

GOLD_FOLDER  articles as NAME.txt with NAME.gold.json beside them ("statements" with "content_spans" and "speaker") and, where known,
             NAME.meta.json. Only counts are kept of them, no text.

A statement is right when its content shares half of its words with a labelled one (Dice 0.5) and its speaker a word of the name. The rate of a rule and
kind is (right + 4 r) / (found + 4), r being the rate of all: few examples say little (m-estimate, Cestnik 1990). Printed on standard error: the
reliability of rates learned from the other articles (leave one out) and the expected calibration error.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORD = re.compile(r"\w+")
M = 4


def words(text, spans):
    return {(m.start(), m.end()) for start, end in spans for m in WORD.finditer(text, start, end)}


def judged(folder):
    """article -> [(rule/kind, right)]"""
    lines, gold = [], {}
    for path in sorted(glob.glob(os.path.join(folder, '*.gold.json'))):
        stem = path[:-len('.gold.json')]
        if not os.path.exists(stem + '.txt'):
            continue
        text = open(stem + '.txt', encoding='utf-8', newline='').read()
        meta = json.load(open(stem + '.meta.json', encoding='utf-8')) if os.path.exists(stem + '.meta.json') else {}
        lines.append(json.dumps({'source': stem, 'text': text, **{k: meta[k] for k in ('published', 'language') if meta.get(k)}}))
        gold[stem] = (text, json.load(open(path, encoding='utf-8'))['statements'])
    out = subprocess.run([os.path.join(HOME, 'sanad'), 'read', '--format', 'json', '-'], input='\n'.join(lines), capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        article = json.loads(line)
        text, statements = gold[article['source']]
        if any(ord(c) > 0xFFFF for c in text):
            continue
        labelled = [(words(text, [s for s in g['content_spans'] if s]), set(WORD.findall((g.get('speaker') or '').lower()))) for g in statements]
        rows = []
        for s in article['statements']:
            w = words(text, s['content'])
            name = set(WORD.findall((s['speaker']['name'] or '').lower()))
            if s['speaker']['span']:
                name |= set(WORD.findall(text[s['speaker']['span'][0]:s['speaker']['span'][1]].lower()))
            right = any(2 * len(w & c) >= 0.5 * (len(w) + len(c)) and name & who for c, who in labelled)
            rows.append((f"{s['foundBy']}/{s['kind']}", right))
        yield rows


def rates(rows):
    found, right = collections.Counter(), collections.Counter()
    for key, ok in rows:
        found[key] += 1
        right[key] += ok
    overall = sum(right.values()) / max(1, sum(found.values()))
    return {key: (right[key] + M * overall) / (found[key] + M) for key in found}, overall


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    articles = [rows for folder in sys.argv[1:] for rows in judged(folder)]
    bins = collections.defaultdict(list)
    for i, held in enumerate(articles):
        learned, overall = rates([row for j, rows in enumerate(articles) if j != i for row in rows])
        for key, ok in held:
            p = learned.get(key, overall)
            bins[min(9, int(p * 10))].append((p, ok))
    total = sum(len(b) for b in bins.values())
    error = 0.0
    for b in sorted(bins):
        mean, share = sum(p for p, _ in bins[b]) / len(bins[b]), sum(ok for _, ok in bins[b]) / len(bins[b])
        error += abs(mean - share) * len(bins[b]) / total
        print(f'{b / 10:.1f}-{(b + 1) / 10:.1f}: {len(bins[b])} entries, said {mean:.3f}, right {share:.3f}', file=sys.stderr)
    print(f'expected calibration error, leave one article out: {error:.3f} over {total} entries', file=sys.stderr)
    learned, overall = rates([row for rows in articles for row in rows])
    print('# How often what a rule finds is right, statement and speaker both: rule/kind TAB share. Learned by tools/learn-confidence.py from')
    print(f'# {len(articles)} labelled articles with {total} entries; run it again when rules or word lists change.')
    for key in sorted(learned):
        print(f'{key}\t{learned[key]:.3f}')
    print(f'other\t{overall:.3f}')
    return 0


sys.exit(main())
