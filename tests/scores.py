#!/usr/bin/env python3
"""Hold the scores over the data sets beside the checkout against tests/floors.tsv. Prints a line a floor: held, DROPPED or skipped."""
import os
import re
import subprocess
import sys

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SCORER = os.path.join(HOME, '..', 'shared', 'score', 'run.py')


def floors():
    for line in open(os.path.join(HOME, 'tests', 'floors.tsv'), encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            group, measure, floor = line.rstrip('\n').split('\t')
            yield group, measure, float(floor)


def measured(output):
    """(set, measure) -> value, read from what the scorer prints."""
    scores, group, stage = {}, None, 'statements'
    for line in output.split('\n'):
        if line.startswith('## '):
            group, stage = line[3:].strip(), 'statements'
        elif re.match(r'\d+ files, ', line):
            stage = 'statements'
        elif group == 'story' and re.match(r'   \S+ \d+ articles added', line) or group and group.startswith('story') and re.match(r'   \S+ \d+ articles added', line):
            group = 'story ' + line.split()[0]
        elif match := re.match(r'(found|who|exact) +P +[\d.]+ +R +[\d.]+ +F1 +([\d.]+)$', line):
            scores[group, 'statements ' + match[1]] = float(match[2])
        elif group == 'idner' and (match := re.match(r'all +P .* F1 +([\d.]+) ', line)):
            scores[group, 'mentions'] = float(match[1])
        elif match := re.match(r'(kind|act) +([\d.]+) of', line):
            scores[group, match[1]] = float(match[2])
        elif match := re.match(r'found +P .* F1 +([\d.]+) +\(', line):
            stage = 'figures' if (group, 'figures found') not in scores else 'times'
            scores[group, stage + ' found'] = float(match[1])
        elif match := re.match(r'bound +([\d.]+) +what +([\d.]+) +by +([\d.]+)', line):
            for i, measure in enumerate(('bound', 'what', 'by')):
                scores[group, 'figures ' + measure] = float(match[i + 1])
        elif match := re.match(r'value(\+unit)? +P .* F1 +([\d.]+) +\(', line):
            scores[group, 'figures value' + (match[1] or '') if group == 'newsquant' else 'times value'] = float(match[2])
        elif match := re.match(r'\d+ pages, \d+ read: F1 ([\d.]+) .* accuracy ([\d.]+)', line):
            scores[group, 'text'], scores[group, 'same'] = 100 * float(match[1]), 100 * float(match[2])
        elif match := re.match(r'day +P +([\d.]+) +R +[\d.]+ +F1 +([\d.]+) +\(', line):
            scores[group, 'day precision'], scores[group, 'day'] = float(match[1]), float(match[2])
        elif match := re.match(r'(grouping|copies|copies\+kind|bad sums|pairs) +P .* F1 +([\d.]+) +\(', line):
            scores[group, match[1]] = float(match[2])
        elif match := re.match(r'\d+ articles, \d+ events, .* F1 ([\d.]+)$', line):
            scores[group, 'grouping'] = float(match[1])
        elif match := re.match(r'(utterances|conflicts|denials) +recall +([\d.]+)', line):
            scores[group, match[1]] = float(match[2])
        elif match := re.match(r'figure points +value\+by +([\d.]+)', line):
            scores[group, 'figure points'] = float(match[1])
        elif match := re.match(r'borrowed dates +recall +(\d+) of', line):
            scores[group, 'borrowed dates'] = float(match[1])
    return scores


def main():
    if not os.path.exists(SCORER):
        print('skipped: no data sets beside the checkout (../shared)')
        return 0
    sets = sorted({group.split()[0] for group, _, _ in floors()})
    run = subprocess.run([sys.executable, SCORER, '--sanad', os.path.join(HOME, 'sanad'), *sets], capture_output=True, text=True, cwd=HOME)
    scores, dropped = measured(run.stdout), 0
    for group, measure, floor in floors():
        value = scores.get((group, measure))
        held = value is not None and value >= floor
        dropped += not held
        print(f"{'held' if held else 'DROPPED'} {group}: {measure} {value} (floor {floor:g})")
    if dropped:
        print(run.stdout, run.stderr, sep='\n')
    return 1 if dropped else 0


sys.exit(main())
