#!/usr/bin/env python3
"""Tell what reading one story costs as it grows.

usage: bench/story.py [SIZE ...]    (250 500 1000 2000)
       bench/story.py --print SIZE  (the articles as JSON lines, for other measurements)

Invents a story of each size: reports of one event by many outlets in two languages, each of some ten sentences drawn and worded anew, one in six a copy of an
earlier one that is cut differently, one in twelve an earlier one in the other language. Adds them to a new ledger and prints the processor time (user and system, all
threads) of adding and of `sanad show`, which reads the whole story again, in seconds and in milliseconds an article; how many articles the largest story holds; and
the growth of showing: the power of the size that it goes with since the size before (1 is as it should be, 2 is every article against every other).
Build first (`./sanad --version`); SANAD names another program.
"""
import datetime
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SANAD = os.environ.get('SANAD', os.path.join(HOME, 'sanad'))
PLACE, FIRM, AGENCY = 'Tarembo', 'PT Galih Samudra', 'Pewarta Nusa'
PEOPLE = [('Rana Sulaiman', 'Kepala Badan Penanggulangan Bencana', 'disaster agency head'), ('Dewi Hartono', 'Bupati Tarembo', 'Tarembo regent'), ('Ilham Wiraguna', 'Kapolres Tarembo', 'Tarembo police chief'),
          ('Sekar Mahendra', 'Direktur PT Galih Samudra', 'PT Galih Samudra director'), ('Yusran Talib', 'juru bicara kementerian', 'ministry spokesman'), ('Mirna Lestanto', 'kepala rumah sakit', 'hospital head'),
          ('Bagas Purwaka', 'ahli geologi', 'geologist'), ('Tuti Alawiah', 'ketua serikat nelayan', 'fishermen\'s union chair')]
OUTLETS = [f'{a} {b}' for a in ('Kabar', 'Suara', 'Warta', 'Harian', 'Media', 'Pos') for b in ('Hulu', 'Muara', 'Teluk', 'Delta', 'Rimba', 'Karang')]
SYLLABLES = [c + v for c in 'b d g h j k l m n p r s t w y'.split() for v in 'a e i o u'.split()]
# Each sentence in both languages; {p}: somebody with his post, {n}: his name, {a} {b}: figures, {w} {v} {x} {y}: words.
SENTENCES = [
    ('Sedikitnya {a} orang tewas akibat longsor di {place}, kata {p}.', 'At least {a} people were killed by the landslide in {place}, {p} said.'),
    ('{p} mengatakan {a} orang hilang di dusun {W}.', '{p} said {a} people were missing in the hamlet of {W}.'),
    ('"Kami menemukan {a} {w} di bawah {v} dan {x} dekat {W}", ujar {n}.', '"We found {a} {w} under the {v} and the {x} near {W}," {n} said.'),
    ('Sekitar {b} warga mengungsi ke {w} {v}, menurut {p}.', 'About {b} residents were displaced to the {w} of {v}, according to {p}.'),
    ('{p} membantah {w} {v} di {W} menyebabkan {x}.', '{p} denied that the {w} of {v} in {W} caused the {x}.'),
    ('{p} membenarkan {w} {v} di {W} menyebabkan {x}.', '{p} confirmed that the {w} of {v} in {W} caused the {x}.'),
    ('{n} menolak berkomentar soal {w} {v} di {W}.', '{n} declined to comment on the {w} of {v} in {W}.'),
    ('Perusahaan {firm} mengatakan {w} itu tidak memakai {v} sejak {x} di {W} ditutup.', '{firm} said that the {w} had not used {v} since the {x} in {W} was closed.'),
    ('Tim memeriksa {w} {v}, {x} dan {y} sepanjang {a} kilometer dari {W}.', 'A team examined {w}, {v}, {x} and {y} along {a} kilometers from {W}.'),
    ('"Setiap {w} harus diperiksa {n} sebelum {v} dibuka, karena {x} masih {y}", kata {p}.', '"Every {w} has to be examined by {n} before the {v} opens, since the {x} is still {y}," said {p}.'),
    ('{n} menambahkan bahwa {b} rumah rusak dan {a} {w} hilang terbawa {v}.', '{n} added that {b} houses were damaged and {a} {w} lost to the {v}.'),
    ('Menurut {n}, {w} {v} di {W} akan selesai dalam {a} hari jika {x} tersedia.', 'According to {n}, the {w} of {v} in {W} will be done in {a} days if {x} is available.'),
]


def word(chance, most=400):
    """One of an invented vocabulary, the first ones far oftener than the last."""
    number = int(most ** chance.random())
    return ''.join(SYLLABLES[(number * k + 7 * k * k) % len(SYLLABLES)] for k in (31, 17, 5))


def sentence(chance, day):
    name, post, role = chance.choice(PEOPLE)
    words = {key: word(chance) for key in 'wvxy'} | {'W': word(chance, 40).capitalize(), 'place': PLACE, 'firm': FIRM, 'n': name, 'a': 12 + 3 * day + chance.randrange(4), 'b': 100 + 40 * day + 10 * chance.randrange(5)}
    return tuple(worded.format(p=who, **words) for worded, who in zip(chance.choice(SENTENCES), (f'{post} {name}', f'{role} {name}')))


def articles(size):
    chance, made = random.Random(size), []
    for i in range(size):
        day = 12 * i // size
        kind, language = chance.random(), 0 if chance.random() < 0.7 else 1
        earlier = chance.choice(made[-200:]) if made and kind < 0.25 else None
        if earlier is None:
            sentences, credit = [sentence(chance, day) for _ in range(chance.randint(8, 12))], chance.random() < 0.3
        else:
            sentences, credit = earlier[0][:chance.randint(6, len(earlier[0]))] if len(earlier[0]) > 6 else earlier[0], earlier[2]
            language = earlier[1] if kind < 0.17 else 1 - earlier[1]
        made.append((sentences, language, credit))
        date = datetime.date(2025, 3, 1) + datetime.timedelta(day)
        opening = f'{PLACE.upper()} ({AGENCY}) - ' if credit else f'{PLACE.upper()}, ({date.day}/3/2025) - ' if language == 0 else ''
        lines = [pair[language] for pair in sentences]
        body = opening + '\n\n'.join(' '.join(lines[k:k + 2]) for k in range(0, len(lines), 2))
        title = f'Longsor {PLACE}: {lines[0].split(",")[0].rstrip(".")}' if language == 0 else f'{PLACE} landslide: {lines[0].split(",")[0].rstrip(".")}'
        yield json.dumps({'source': f's{i:05}', 'title': title, 'text': f'{title}\n\n{body}\n', 'outlet': chance.choice(OUTLETS), 'published': date.isoformat(), 'url': f'https://report.example/{i}', 'language': ('id', 'en')[language]})


def run(arguments, given=None):
    """standard output and seconds of processor time"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run([SANAD, *arguments], input=given, stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return output, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    if '-h' in sys.argv or '--help' in sys.argv:
        print(__doc__)
        return 0
    if sys.argv[1:2] == ['--print']:
        print('\n'.join(articles(int(sys.argv[2]))))
        return 0
    print(f"{'articles':>9} {'add s':>8} {'ms/article':>11} {'show s':>8} {'ms/article':>11} {'largest':>8} {'growth':>7}")
    last = None
    for size in [int(given) for given in sys.argv[1:]] or [250, 500, 1000, 2000]:
        with tempfile.TemporaryDirectory() as folder:
            ledger = os.path.join(folder, 'ledger.db')
            _, adding = run(['add', '--db', ledger, '-'], '\n'.join(articles(size)).encode())
            stories = json.loads(run(['stories', '--db', ledger, '--format', 'json'])[0])
            largest = max(stories, key=lambda story: len(story['articles']))
            _, showing = run(['show', '--db', ledger, '--format', 'json', str(largest['id'])])
        held = len(largest['articles'])
        growth = f'{math.log(showing / last[1]) / math.log(held / last[0]):7.2f}' if last and held != last[0] else ''
        print(f'{size:9,} {adding:8.2f} {1000 * adding / size:11.3f} {showing:8.2f} {1000 * showing / held:11.3f} {held:8,} {growth}', flush=True)
        last = (held, showing)
    return 0


sys.exit(main())
