// A hundred titles, quotes, outlets and addresses that want to run something, on every page that shows them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertFaultless, launch, openPage } from "./browser.js";
import { home, serve } from "./server.js";

const rows = readFileSync(join(home, "tests", "hostile.txt"), "utf8").split("\n").filter((row) => row.length > 0);
const line = (hostile, number) => JSON.stringify({
  source: `${hostile} ${number}`, title: hostile, outlet: hostile, url: number % 2 === 0 ? hostile : `https://arga.example/${number}?${hostile}`, published: `2025-03-${String((number % 20) + 1).padStart(2, "0")}`, language: "id",
  text: `${hostile}\n\nMenteri ${hostile} Rahman Lesmana membantah bendungan Arga retak ${hostile}. "${hostile} tidak ada retakan ${number}", kata Rahman ${hostile} di Jakarta.\n\nSedikitnya ${number + 100} warga ${hostile} mengungsi, menurut Badan ${hostile} Penanggulangan Bencana Daerah.`,
});

let server, browser;
before(async () => {
  [server, browser] = [await serve({ lines: rows.map(line).join("\n") }), await launch()];
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("nothing of it runs, loads or leaves", async () => {
  assert.ok(rows.length >= 100);
  const seen = new Set();
  const open = ["/", "/?all=1", ...rows.map((row) => `/search?q=${encodeURIComponent(row)}&speaker=${encodeURIComponent(row)}`), ...rows.map((row) => `/stories/1/statements?q=${encodeURIComponent(row)}&outlet=${encodeURIComponent(row)}`)];
  const walk = async () => {
    const page = await openPage(browser, server.address);
    while (open.length > 0 && seen.size < 360) {
      const path = open.shift();
      if (seen.has(path)) continue;
      seen.add(path);
      await page.goto(server.address + path);
      assert.equal(await page.evaluate(() => window.owned), undefined, path);
      assert.equal(await page.evaluate(() => document.querySelectorAll("main img, main iframe, main object, main embed, main script, main style, main base, main video, main audio, [style], [onerror], [onload]").length), 0, path);
      assertFaultless(page, path);
      for (const to of await page.evaluate(() => [...document.querySelectorAll("main a[href^='/']")].map((link) => link.getAttribute("href").split("#")[0]))) {
        if (!to.startsWith("/api") && !to.startsWith("/feeds")) open.push(/\/(compare|correct|versions)/.test(to) ? to : to.split("?")[0]);
      }
    }
    await page.context().close();
  };
  await Promise.all([walk(), walk(), walk()]);
  assert.ok(seen.size >= 360, `${seen.size} pages`);
});

test("words without an end break, and no page leaves its width", async () => {
  const word = "Kepanjangan".repeat(25), name = word.slice(0, 60);
  const lines = [1, 2, 3].map((number) => JSON.stringify({
    source: `${word}${number}`, outlet: word, title: `Banjir ${word} ${number}`, url: `https://arga.example/${word}${number}`, published: `2025-03-1${number}`, language: "id",
    text: `Banjir ${word} di Sungai Arga\n\nKepala Badan ${word} Budi ${name} mengatakan sebanyak ${11 + number} warga ${word} tewas di Desa ${word}. "${word} tidak benar," kata Budi ${name} di Jakarta. Ia membantah ${word} retak.\n\nSedikitnya ${100 + number} rumah ${word} rusak di Cianjur, menurut Badan ${word}.`,
  }));
  const long = await serve({ lines: lines.join("\n") });
  const paths = ["/", "/changes", "/search?q=banjir", "/stories/1/compare?a=1&b=2", "/articles/1", "/articles/1/correct?entry=s1", "/articles/1/correct?entry=f1", "/articles/1/correct?entry=article",
    ...["", "/figures", "/statements", "/positions", "/conflicts", "/timeline", "/places", "/copies", "/articles", "/changes"].map((section) => `/stories/1${section}`)];
  try {
    for (const width of [390, 1280]) {
      const page = await openPage(browser, long.address, { viewport: { width, height: 800 }, isMobile: width === 390, hasTouch: width === 390 });
      for (const path of paths) {
        const answer = await page.goto(long.address + path);
        assert.deepEqual([path, answer.status(), await page.evaluate(() => document.documentElement.scrollWidth)], [path, 200, width]);
      }
      assertFaultless(page);
      await page.context().close();
    }
  } finally {
    await long.stop();
  }
});
