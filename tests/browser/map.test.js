// A story of real places: its map, with and without scripts, for everybody.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertFaultless, launch, openPage } from "./browser.js";
import { quake } from "./quake.js";
import { home, serve } from "./server.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = join(home, "artifacts", "browser");
let server, browser;
before(async () => {
  mkdirSync(pictures, { recursive: true });
  [server, browser] = [await serve({ lines: quake }), await launch()];
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const locale of ["en-GB", "id-ID"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the map is closed to nobody, ${locale}, ${colorScheme}`, async () => {
      const page = await openPage(browser, server.address, { locale, colorScheme });
      await page.goto(`${server.address}/stories/1/places`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).slice(0, 3).join(" ")}`), []);
      await page.screenshot({ path: join(pictures, `map-${locale.slice(0, 2)}-${colorScheme}.png`), fullPage: true });
      assertFaultless(page);
      await page.context().close();
    });
  }
}

test("without scripts a circle leads to its entries, and what is not known is listed", async () => {
  const page = await openPage(browser, server.address, { javaScriptEnabled: false, locale: "id-ID" });
  await page.goto(`${server.address}/stories/1/places`);
  assert.equal(await page.locator(".map").count(), 2, "one of where most entries are, one of all");
  const circle = page.locator(".map a", { has: page.locator("title", { hasText: "Cianjur" }) }).first();
  await circle.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#place-\d+$/);
  assert.match(await page.locator("tr:target th").innerText(), /Cianjur/);
  await page.locator("tr:target a.said").first().click();
  assert.ok(await page.locator(".text .at").first().isVisible());
  await page.goto(`${server.address}/stories/1`);
  assert.match(await page.locator("#places table").last().innerText(), /Desa Cipeundeuy/);
  assertFaultless(page);
  await page.context().close();
});

test("a phone shows the map in its width", async () => {
  const page = await openPage(browser, server.address, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await page.goto(`${server.address}/stories/1/places`);
  assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]), [390, 390]);
  await page.screenshot({ path: join(pictures, "map-phone.png"), fullPage: true });
  await page.context().close();
});
