#!/usr/bin/env python3
"""Times the pages of `sanad serve` under a steady load.

    bench/serve.py --articles 2000 --stories 40 --rate 50 --seconds 30

Makes a ledger of invented articles, serves it, asks for pages at a fixed rate (whether or not earlier answers have come) and prints, for each kind of page, how long
answers took from the moment they were due and what they weighed, the server's memory before and after, and the processor time it took.
"""
import argparse, asyncio, json, os, random, subprocess, sys, tempfile, time, urllib.parse

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUTLETS = ["Suara Hulu", "Kabar Muara", "Media Pesisir", "Harian Teluk", "Pos Lembah", "Warta Delta"]


SYLLABLES = ["ba", "ca", "da", "fa", "ga", "ha", "ja", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "bi", "ci", "di", "gi", "ki", "li", "mi", "ni", "pi", "ri", "si", "ti", "bu", "cu", "du", "gu", "ku", "lu", "mu", "nu", "pu", "ru", "su", "tu"]


def article(story, number, chance):
    """A report of a story whose places, people and things no other story has."""
    own = random.Random(story)
    word = lambda: "".join(own.choice(SYLLABLES) for _ in range(4))
    place, river, thing, firm = word().capitalize(), word().capitalize(), word(), word().capitalize()
    head, mayor, speaker = [f"{word().capitalize()} {word().capitalize()}" for _ in range(3)]
    day, dead = 1 + number % 25, 10 + story % 30 + number // 2
    act = chance.choice(["membantah", "membenarkan", "mengatakan", "memperingatkan"])
    text = (f"{thing.capitalize()} {place} Runtuh, {dead} Warga Tewas\n\n{place.upper()}, ({day}/3/2025) - Sedikitnya {dead} orang tewas akibat runtuhnya {thing} di {place}, kata Kepala Badan {firm} {head}. "
            f"Angka itu naik dari {dead - 1} orang.\n\n\"Kami masih mencari {dead + 7} orang hilang di tepi {river} nomor {number}\", ujar {head}.\n\n"
            f"Bupati {place} {mayor} {act} {thing} di {river} retak sejak pekan lalu. \"{thing.capitalize()} {river} diperiksa hari {day} oleh regu {number}\", kata {mayor}.\n\n"
            f"Sekitar {dead * 30} warga {place} mengungsi, menurut {speaker} dari {firm}. Mereka menunggu kiriman {number} karung {word()}.\n")
    return json.dumps({"source": f"{story}-{number}", "text": text, "outlet": OUTLETS[number % len(OUTLETS)], "published": f"2025-03-{day:02}", "url": f"https://{story}.example/{number}", "language": "id"})


async def ask(host, port, path, pool):
    head = None
    while head is None:
        # A connection that lay idle for minutes may have been closed by the server meanwhile: then another one is taken, as browsers do.
        old = bool(pool)
        reader, writer = pool.pop() if old else await asyncio.open_connection(host, port)
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: id\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        except (ConnectionError, asyncio.IncompleteReadError) as e:
            if not old or getattr(e, "partial", b""): raise
    length = next((int(line.split(":")[1]) for line in head.split("\r\n") if line.lower().startswith("content-length")), 0)
    await reader.readexactly(length)
    pool.append((reader, writer))
    return head.split(" ", 2)[1], length


async def load(port, paths, rate, seconds):
    took, pool, faults, tasks = {kind: [] for kind, _ in paths}, [], [], []
    weights = {kind: 0 for kind, _ in paths}
    chance, begin = random.Random(1), time.perf_counter()

    async def one(kind, path, due):
        try:
            status, length = await ask("127.0.0.1", port, path, pool)
            took[kind].append(time.perf_counter() - due)
            weights[kind] = max(weights[kind], length)
            if status != "200": faults.append((path, status))
        except (OSError, asyncio.IncompleteReadError) as e:
            faults.append((path, str(e)))

    for i in range(int(rate * seconds)):
        due = begin + i / rate
        await asyncio.sleep(max(0, due - time.perf_counter()))
        kind, choices = chance.choice(paths)
        tasks.append(asyncio.create_task(one(kind, chance.choice(choices), due)))
    await asyncio.gather(*tasks)
    return took, weights, faults


def memory(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def processor(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default=os.path.join(HOME, "sanad"))
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--stories", type=int, default=40)
    options.add_argument("--rate", type=float, default=50)
    options.add_argument("--seconds", type=float, default=30)
    options.add_argument("--db", help="an own ledger instead of an invented one")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = given.db or os.path.join(folder, "ledger.db")
        if not given.db:
            chance = random.Random(7)
            lines = "\n".join(article(i % given.stories, i // given.stories, chance) for i in range(given.articles))
            subprocess.run([given.program, "add", "--db", ledger, "-"], input=lines.encode(), check=True)
        stories = json.loads(subprocess.run([given.program, "stories", "--db", ledger, "--format", "json"], capture_output=True, check=True).stdout)
        ids = [story["id"] for story in stories if len(story["articles"]) > 1][:40] or [stories[0]["id"]]
        largest = max(len(story["articles"]) for story in stories)
        server = subprocess.Popen([given.program, "serve", "--db", ledger, "--urls", "http://127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        try:
            port = int(server.stdout.readline().rsplit(":", 1)[1])
            words = ["runtuh", "tewas", "\"orang hilang\"", "bupati", "mengungsi"]
            paths = [("front page", ["/", "/?page=2"] if len(ids) > 20 else ["/"]), ("story page", [f"/stories/{i}" for i in ids]), ("statements", [f"/stories/{i}/statements?act=deny" for i in ids]),
                     ("article page", [f"/articles/{i}" for i in range(1, 30)]), ("search", ["/search?q=" + urllib.parse.quote(word) for word in words])]
            cold = {}

            async def warm():
                for kind, choices in paths:
                    for path in choices:
                        begin = time.perf_counter()
                        await ask("127.0.0.1", port, path, [])
                        cold[kind] = max(cold.get(kind, 0), time.perf_counter() - begin)

            asyncio.run(warm())
            before, worked = memory(server.pid), processor(server.pid)
            took, weights, faults = asyncio.run(load(port, paths, given.rate, given.seconds))
            print(f"{len(stories)} stories, largest of {largest} articles; {given.rate:g} requests a second for {given.seconds:g} s")
            for kind, times in took.items():
                times.sort()
                at = lambda share: 1000 * times[min(len(times) - 1, int(share * len(times)))]
                print(f"{kind:14} {len(times):6} answers   p50 {at(.5):7.1f} ms   p95 {at(.95):7.1f} ms   max {at(1):7.1f} ms   first {1000 * cold[kind]:7.0f} ms   {weights[kind] / 1000:6.0f} kB")
            print(f"{len(faults)} faults {faults[:3] if faults else ''}; memory {before} MB before, {memory(server.pid)} MB after; {1000 * (processor(server.pid) - worked) / sum(map(len, took.values())):.1f} ms of processor time an answer")
        finally:
            server.terminate()
            server.wait()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
