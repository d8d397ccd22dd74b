#!/usr/bin/env python3
"""Make many articles out of few, for timing a large ledger. usage: many.py ARTICLES.jsonl COUNT [SEED] > many.jsonl

Each round over the articles gives all names and places other names (the same ones throughout the round, so that what was one story is one again), moves
their days on by a month, and changes their figures; words that also occur in small letters stay. The same input and seed give the same output."""
import datetime
import hashlib
import json
import re
import sys

WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d(?![\w.,])")
KEPT = set('''Senin Selasa Rabu Kamis Jumat Sabtu Minggu Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember Monday Tuesday Wednesday
Thursday Friday Saturday Sunday January February March May June July August October December Rp'''.split())
SYLLABLES = [c + v for c in 'b d g h j k l m n p r s t w y'.split() for v in 'a e i o u'.split()]


def digest(*parts):
    return int.from_bytes(hashlib.blake2b('\0'.join(map(str, parts)).encode(), digest_size=8).digest(), 'big')


def main():
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    articles = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]
    count, seed = int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else '1'
    common = {word for article in articles for word in WORD.findall(article['text']) if word.islower()}
    written = 0
    for turn in range(count // len(articles) + 1):
        names = {}

        def name(match):
            word = match[0]
            if not word[0].isupper() or len(word) < 4 or word.isupper() or word in KEPT or word.lower() in common:
                return word
            if word not in names:
                h = digest(seed, turn, word)
                names[word] = ''.join(SYLLABLES[(h >> (8 * i)) % len(SYLLABLES)] for i in range(2 + h % 2)).capitalize() + 'nrst'[h % 4]
            return names[word]

        def figure(match):
            # The first digit alone changes: years, clocks and the marks of thousands stay what they are.
            number = match[0]
            if len(number) == 4 and number[:2] in ('19', '20') or re.fullmatch(r'\d\d[.:]\d\d', number):
                return number
            return str(1 + (int(number[0]) + digest(seed, turn, 'figure')) % 9) + number[1:]

        for article in articles:
            if written == count:
                return 0
            made = dict(article, source=f"{article['source']}-{turn}")
            if turn > 0:
                made['text'] = NUMBER.sub(figure, WORD.sub(name, article['text']))
                if article.get('title'):
                    made['title'] = NUMBER.sub(figure, WORD.sub(name, article['title']))
                if article.get('url'):
                    made['url'] = f"{article['url']}?{turn}"
                if article.get('published'):
                    day = datetime.date.fromisoformat(article['published'][:10]) + datetime.timedelta(days=30 * turn)
                    made['published'] = day.isoformat() + article['published'][10:]
            print(json.dumps(made, ensure_ascii=False))
            written += 1
    return 0


sys.exit(main())
