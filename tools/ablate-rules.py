#!/usr/bin/env python3
"""What each rule of attribution adds: the scores over labelled articles with all statements, and without those that the rule found.

usage: tools/ablate-rules.py GOLD_FOLDER...

GOLD_FOLDER  as for tools/learn-confidence.py. One table a folder: statements found by the rule, how many of them are right in content (Dice 0.5,
             one to one) and in content and speaker, and by how many points the F1 of both falls when they are left out. What another rule would
             have found in their stead is not made up for.
"""
import collections
import importlib.util
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def judge():
    spec = importlib.util.spec_from_file_location('learn_confidence', os.path.join(HERE, 'learn-confidence.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def f1(right, found, labelled):
    return 200 * right / max(1, found + labelled)


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    confidence = judge()
    for folder in sys.argv[1:]:
        rows, labelled = [], 0
        for article in confidence.compared(folder):
            rows += article.rows
            labelled += article.labelled
        content, who = sum(row.content for row in rows), sum(row.right for row in rows)
        print(f'{folder}: {len(rows)} statements, {labelled} labelled: found F1 {f1(content, len(rows), labelled):.1f}, who F1 {f1(who, len(rows), labelled):.1f}')
        print(f"  {'rule':24}{'found':>7}{'content':>9}{'who':>7}{'found F1':>10}{'who F1':>8}")
        for rule, count in sorted(collections.Counter(row.rule for row in rows).items()):
            rest = [row for row in rows if row.rule != rule]
            less = f1(sum(row.content for row in rest), len(rest), labelled) - f1(content, len(rows), labelled)
            less_who = f1(sum(row.right for row in rest), len(rest), labelled) - f1(who, len(rows), labelled)
            mine = [row for row in rows if row.rule == rule]
            print(f'  {rule:24}{count:7}{sum(row.content for row in mine):9}{sum(row.right for row in mine):7}{less:+10.1f}{less_who:+8.1f}')
    return 0


sys.exit(main())
