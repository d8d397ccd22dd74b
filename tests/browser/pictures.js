// Takes the pictures of README.md anew: node pictures.js. The pages of the sample story, and the map of a story in real places.
import { join } from "node:path";
import { mkdirSync } from "node:fs";
import { launch, openPage } from "./browser.js";
import { quake } from "./quake.js";
import { home, serve } from "./server.js";

const folder = join(home, "docs", "pictures");
mkdirSync(folder, { recursive: true });
const browser = await launch();

/** One picture of a page's upper part, or of a part of it. */
async function take(address, name, path, { height = 900, part, act } = {}) {
  const page = await openPage(browser, address, { viewport: { width: 1180, height }, deviceScaleFactor: 1.25 });
  await page.goto(address + path);
  await act?.(page);
  const shot = { path: join(folder, `${name}.png`) };
  if (part) await page.locator(part).first().screenshot(shot); else await page.screenshot(shot);
  await page.context().close();
}

const sample = await serve({ demo: true });
await take(sample.address, "story", "/stories/1", { height: 1000 });
await take(sample.address, "figures", "/stories/1/figures", { part: ".chart svg" });
await take(sample.address, "article", "/articles/3", { height: 900 });
await sample.stop();
const real = await serve({ lines: quake });
await take(real.address, "map", "/stories/1/places", { part: ".map svg" });
await real.stop();
await browser.close();
