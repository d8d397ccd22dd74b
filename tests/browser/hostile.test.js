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
