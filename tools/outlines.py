#!/usr/bin/env python3
"""Makes the outlines of land and states that maps are drawn on: src/Sanad.App/Maps/outlines.bin.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 tools/outlines.py package

world-atlas carries Natural Earth (public domain, https://www.naturalearthdata.com) as TopoJSON: land and states at 1:50,000,000, and land at 1:10,000,000, of
which the islands of Indonesia and its neighbours are taken. Lines are made coarser by leaving out, again and again, the point that with its neighbours spans the
least (Visvalingam and Whyatt 1993), then put on a grid of a hundredth of a degree. What is written, all numbers as variable-length integers of seven bits, low
first: the number of rings of land, each as the number of its points and these as differences (zigzag, longitude and latitude in hundredths); then the same for the
lines between states, which are open. The same input gives the same bytes."""
import heapq
import json
import pathlib
import sys

GRID = 100
# Square degrees that a point must span with its neighbours to stay: in the world, and around Indonesia (west, south, east, north).
WORLD, NEAR, BOX = 0.006, 0.0006, (94, -12, 142, 8)
HOME = pathlib.Path(__file__).resolve().parent.parent


def arcs_of(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def polygons(geometry):
    if geometry["type"] == "GeometryCollection":
        for inner in geometry["geometries"]:
            yield from polygons(inner)
    elif geometry["type"] == "Polygon":
        yield geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]


def ring_of(arcs, numbers):
    points = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def within(points):
    """The ring in one or two pieces between 180 degrees west and east: as it comes it runs on over the edge."""
    x = points[0][0]
    unrolled = []
    for px, py in points:
        x += (px - x + 180) % 360 - 180
        unrolled.append((x, py))
    if abs(unrolled[-1][0] - unrolled[0][0]) > 180:
        # Around the pole: along the globe's edge to it and back.
        unrolled.sort()
        unrolled = [(-180.0, unrolled[0][1]), *unrolled, (180.0, unrolled[-1][1]), (180.0, -90.0), (-180.0, -90.0), (-180.0, unrolled[0][1])]
    for turn in (-360, 0, 360):
        piece = [(px + turn, py) for px, py in unrolled]
        for edge, side in ((-180, 1), (180, -1)):
            kept = []
            for (ax, ay), (bx, by) in zip(piece, piece[1:]):
                was, now = side * (ax - edge) >= 0, side * (bx - edge) >= 0
                if was != now:
                    kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
                if now:
                    kept.append((bx, by))
            piece = kept + kept[:1]
        if len(piece) > 3:
            yield piece


def span(a, b, c):
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def coarser(points, least):
    """Leaves out points that span less than `least`; the ends stay."""
    n = len(points)
    before, after = list(range(-1, n - 1)), list(range(1, n + 1))
    gone = [False] * n
    spans = [0.0] * n
    heap = []
    for i in range(1, n - 1):
        spans[i] = span(points[i - 1], points[i], points[i + 1])
        heap.append((spans[i], i))
    heapq.heapify(heap)
    while heap and heap[0][0] < least:
        size, i = heapq.heappop(heap)
        if gone[i] or size != spans[i]:
            continue
        gone[i] = True
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < n - 1:
                spans[j] = max(size, span(points[before[j]], points[j], points[after[j]]))
                heapq.heappush(heap, (spans[j], j))
    return [point for i, point in enumerate(points) if not gone[i]]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def box(points):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def is_near(points):
    west, south, east, north = box(points)
    return west >= BOX[0] and south >= BOX[1] and north <= BOX[3] + 12 and east <= BOX[2] + 14 and west < BOX[2] and south < BOX[3]


def on_grid(points):
    grid = []
    for x, y in points:
        at = (round(x * GRID), round(y * GRID))
        if not grid or grid[-1] != at:
            grid.append(at)
    return grid


def number(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def lines(all_points):
    out = bytearray(number(len(all_points)))
    for points in all_points:
        out += number(len(points))
        x = y = 0
        for px, py in points:
            for delta in (px - x, py - y):
                out += number(delta << 1 if delta >= 0 else (-delta << 1) - 1)
            x, y = px, py
    return bytes(out)


def main(folder):
    read = lambda name: json.loads((pathlib.Path(folder) / name).read_text())
    rings = []
    for name, near, least in (("land-50m.json", False, WORLD), ("land-10m.json", True, NEAR)):
        topology = read(name)
        arcs = list(arcs_of(topology))
        for polygon in polygons(topology["objects"]["land"]):
            for ring in (piece for numbers in polygon for piece in within(ring_of(arcs, numbers))):
                if is_near(ring) == near and area(ring) >= (2 * least if near else least):
                    rings.append(ring if near and area(ring) < 20 * least else coarser(ring, least))
    states = read("countries-50m.json")
    arcs = list(arcs_of(states))
    users = {}
    for state, geometry in enumerate(states["objects"]["countries"]["geometries"]):
        for polygon in polygons(geometry):
            for numbers in polygon:
                for i in numbers:
                    users.setdefault(i if i >= 0 else ~i, set()).add(state)
    borders = [coarser(arcs[i], NEAR * 3 if is_near(arcs[i]) else WORLD) for i in sorted(users) if len(users[i]) > 1]
    rings = [ring for ring in map(on_grid, rings) if len(ring) > 3]
    borders = [line for line in map(on_grid, borders) if len(line) > 1]
    out = lines(rings) + lines(borders)
    (HOME / "src/Sanad.App/Maps/outlines.bin").write_bytes(out)
    print(f"{len(rings)} rings, {sum(map(len, rings))} points; {len(borders)} borders, {sum(map(len, borders))} points; {len(out)} bytes")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
