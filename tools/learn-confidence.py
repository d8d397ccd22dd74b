#!/usr/bin/env python3
"""Learn how often what is found of attributions is right, and write languages/confidence.tsv.

usage: tools/learn-confidence.py GOLD_FOLDER... > languages/confidence.tsv

GOLD_FOLDER  articles as NAME.txt with their labels beside them, and where known NAME.meta.json: either NAME.gold.json ("statements" with
             "content_spans" and "speaker"; Indonesian) or NAME.ann ("T1 Source 0 5 ..." and "E1 Attribution:T4 Content:T3 Cue:T2 Source:T1";
             English). Take articles that tools/LearnAttribution did not learn from. Only counts are kept of them, no text.

A statement is right when its content shares half of its words with a labelled one (Dice 0.5, one to one) and its speaker a word of the name or of
the source. Statements that learned weights judged are counted by tenths of the chance they gave, the others by rule and kind. The rate is
(right + 4 r) / (found + 4), r being the rate of all of that sort: few examples say little (m-estimate, Cestnik 1990). Printed on standard error:
the reliability of rates learned from the other articles (leave one out) and the expected calibration error.
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


def name_words(text):
    return set(WORD.findall(text.lower()))


def labels_of_ledger(text, path):
    for label in json.load(open(path, encoding='utf-8'))['statements']:
        yield [span for span in label['content_spans'] if span], name_words(label.get('speaker') or ''), set()


def labels_of_ann(text, path):
    marks, events = {}, []
    for line in open(path, encoding='utf-8'):
        fields = line.rstrip('\n').split('\t')
        if len(fields) < 2 or not re.match(r'[TE]\d+$', fields[0]):
            continue
        if fields[0][0] == 'T':
            marks[fields[0]] = [tuple(map(int, pair.split())) for pair in re.findall(r'\d+ \d+', fields[1])]
        else:
            events.append([role.split(':') for role in fields[1].split()])
    for roles in events:
        content = [span for role, mark in roles if role.startswith('Content') for span in marks.get(mark, [])]
        source = [span for role, mark in roles if role.startswith('Source') for span in marks.get(mark, [])]
        if content:
            yield content, name_words(' '.join(text[start:end] for start, end in source)), words(text, source)


Row = collections.namedtuple('Row', 'rule key content right')
Article = collections.namedtuple('Article', 'rows labelled')


def compared(folder):
    """Each article's statements, judged, and how many were labelled."""
    lines, gold = [], {}
    for path in sorted(glob.glob(os.path.join(folder, '*.txt'))):
        stem = path[:-len('.txt')]
        text = open(path, encoding='utf-8', newline='').read()
        ann = os.path.exists(stem + '.ann')
        if any(ord(c) > 0xFFFF for c in text) or not ann and not os.path.exists(stem + '.gold.json'):
            continue
        meta = json.load(open(stem + '.meta.json', encoding='utf-8')) if os.path.exists(stem + '.meta.json') else {}
        given = {k: meta[k] for k in ('published', 'language') if meta.get(k)}
        if ann:
            given['language'] = 'en'
        lines.append(json.dumps({'source': stem, 'text': text, **given}))
        gold[stem] = [(words(text, spans), who, where) for spans, who, where in (labels_of_ann(text, stem + '.ann') if ann else labels_of_ledger(text, stem + '.gold.json'))]
    out = subprocess.run([os.path.join(HOME, 'sanad'), 'read', '--format', 'json', '-'], input='\n'.join(lines), capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        article = json.loads(line)
        text, labelled = article['text'], gold[article['source']]
        found = [(words(text, s['content']), s) for s in article['statements']]
        pairs = sorted(((2 * len(w & label[0]) / (len(w) + len(label[0])), i, j) for i, (w, _) in enumerate(found) for j, label in enumerate(labelled) if w & label[0]), reverse=True)
        of, used = {}, set()
        for dice, i, j in pairs:
            if i not in of and j not in used:
                of[i] = (dice, j)
                used.add(j)
        rows = []
        for i, (_, s) in enumerate(found):
            span = s['speaker']['span']
            name = name_words(s['speaker']['name'] or '') | (name_words(text[span[0]:span[1]]) if span else set())
            content, right = i in of and of[i][0] >= 0.5, False
            if content:
                _, who, where = labelled[of[i][1]]
                right = bool(name & who) or not name and not who or bool(where & words(text, [span] if span else []))
            key = f"chance/{min(9, int(s['chance'] * 10))}" if s.get('chance') is not None else f"{s['foundBy']}/{s['kind']}"
            rows.append(Row(s['foundBy'], key, content, right))
        yield Article(rows, len(labelled))


def sort_of(key):
    return key.startswith('chance/')


def rates(rows):
    found, right = collections.Counter(), collections.Counter()
    for key, ok in rows:
        for counted in (key, sort_of(key)):
            found[counted] += 1
            right[counted] += ok
    overall = {sort: right[sort] / max(1, found[sort]) for sort in (False, True)}
    return {key: (right[key] + M * overall[sort_of(key)]) / (found[key] + M) for key in found if isinstance(key, str)}, overall


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    articles = [[(row.key, row.right) for row in article.rows] for folder in sys.argv[1:] for article in compared(folder)]
    bins = collections.defaultdict(list)
    for i, held in enumerate(articles):
        learned, overall = rates([row for j, rows in enumerate(articles) if j != i for row in rows])
        for key, ok in held:
            p = learned.get(key, overall[sort_of(key)])
            bins[min(9, int(p * 10))].append((p, ok))
    total = sum(len(b) for b in bins.values())
    error = 0.0
    for b in sorted(bins):
        mean, share = sum(p for p, _ in bins[b]) / len(bins[b]), sum(ok for _, ok in bins[b]) / len(bins[b])
        error += abs(mean - share) * len(bins[b]) / total
        print(f'{b / 10:.1f}-{(b + 1) / 10:.1f}: {len(bins[b])} entries, said {mean:.3f}, right {share:.3f}', file=sys.stderr)
    print(f'expected calibration error, leave one article out: {error:.3f} over {total} entries', file=sys.stderr)
    learned, overall = rates([row for rows in articles for row in rows])
    print('# How often what is found is right, statement and speaker both: rule/kind TAB share, and chance/N TAB share for what learned weights gave a chance of')
    print(f'# N tenths. Learned by tools/learn-confidence.py from {len(articles)} labelled articles with {total} entries; run it again when rules, weights or word lists change.')
    for key in sorted(learned):
        print(f'{key}\t{learned[key]:.3f}')
    print(f'other\t{overall[False]:.3f}')
    return 0


if __name__ == '__main__':
    sys.exit(main())
