// Adding a page or feed, with scripts and without, from a site made for the test.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { assertFaultless, launch, openPage } from "./browser.js";
import { home, serve } from "./server.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = join(home, "artifacts", "browser");
const direct = Object.fromEntries(["http_proxy", "https_proxy", "all_proxy"].flatMap((name) => [[name, ""], [name.toUpperCase(), ""]]));

const article = (name) => `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Warga Desa ${name} Mengungsi</title></head><body><article><h1>Warga Desa ${name} Mengungsi</h1>
<p>Kepala Desa ${name} Budi Santosa mengatakan sebanyak 27 warga desanya mengungsi setelah air sungai naik sejak Senin (10/3/2025) dini hari. "Air naik cepat sekali dan kami tidak sempat menyelamatkan barang," kata Budi di balai desa ${name}.</p>
<p>Badan Penanggulangan Bencana Daerah menyatakan bahwa bantuan makanan dan selimut telah dikirim ke tempat pengungsian di ${name}. Petugas masih mendata kerusakan rumah warga yang terendam, dan jalan ke desa itu belum dapat dilalui.</p></article></body></html>`;

let server, browser, site, feed, release;
before(async () => {
  mkdirSync(pictures, { recursive: true });
  site = createServer((request, response) => {
    const { port } = site.address();
    const links = (names) => `<?xml version="1.0"?><rss version="2.0"><channel><title>Suara Arga</title>${names.map((name) => `<item><title>x</title><link>http://127.0.0.1:${port}/${name}.html</link><pubDate>Mon, 10 Mar 2025 05:00:00 GMT</pubDate></item>`).join("")}</channel></rss>`;
    const answer = (type, body) => response.writeHead(200, { "Content-Type": type }).end(body);
    const [, kind, name] = request.url.match(/^\/(feed|held-)?(.*?)\.(?:html|xml)$/) ?? [];
    if (kind === "feed") answer("application/rss+xml", links([`${name}a`, `gone${name}`, `held-${name}`]));
    else if (kind === "held-") release.push(() => answer("text/html", article(`Tertahan${name}`)));
    else if (name && !name.startsWith("gone")) answer("text/html", article(`Desa${name}`));
    else response.writeHead(404).end();
  });
  await new Promise((tell) => site.listen(0, "127.0.0.1", tell));
  feed = (name) => `http://127.0.0.1:${site.address().port}/feed${name}.xml`;
  [server, browser] = [await serve({ inputs: [join(home, "samples", "tanggul-lereh")], options: ["--allow-private", "--allow-add"], environment: { ...direct, SANAD_FETCH_INTERVAL: "0" } }), await launch()];
});
beforeEach(() => { release = []; });
after(async () => {
  for (const answer of release) answer();
  await browser?.close();
  await server?.stop();
  site?.closeAllConnections();
  site?.close();
});

async function isOpenToAll(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).slice(0, 3).join(" ")}`), [], name);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

for (const [locale, colorScheme] of [["en-GB", "light"], ["id-ID", "dark"]]) {
  test(`a feed is added and shows how it goes as it goes, ${locale}, ${colorScheme}`, async () => {
    const name = locale.slice(0, 2);
    const page = await openPage(browser, server.address, { locale, colorScheme });
    await page.goto(`${server.address}/add`);
    await isOpenToAll(page, `add-${name}-${colorScheme}`);
    await page.fill("input[type=url]", feed(name));
    await page.check("input[name=watch]");
    await page.click("main form button");
    await page.waitForURL(/\/add\/\d+$/);
    await page.evaluate(() => { window.stays = true; });
    await page.waitForFunction(() => document.querySelectorAll("#job tbody tr").length === 2);
    await page.locator("#job tbody a.said").first().waitFor();
    assert.deepEqual(await page.locator("#job progress").evaluate((bar) => [bar.value, bar.max]), [2, 3]);
    await isOpenToAll(page, `job-running-${name}-${colorScheme}`);
    release.shift()();
    await page.waitForFunction(() => !document.querySelector("#job form"));
    assert.equal(await page.locator("#job tbody tr").count(), 3);
    assert.equal(await page.evaluate(() => window.stays), true, "the page was not loaded anew");
    await isOpenToAll(page, `job-done-${name}-${colorScheme}`);
    await page.locator("#job tbody a.said").first().click();
    assert.match(page.url(), /\/articles\/\d+$/);
    assertFaultless(page);
    await page.context().close();
  });
}

test("without scripts the page loads itself anew until the job is done", async () => {
  const page = await openPage(browser, server.address, { javaScriptEnabled: false });
  await page.goto(`${server.address}/add`);
  await page.fill("input[type=url]", feed("plain"));
  await page.click("main form button");
  await page.locator("#job tbody tr").nth(1).waitFor();
  assert.equal(await page.locator("#job form button").count(), 1);
  release.shift()();
  await page.locator("#job form").waitFor({ state: "detached" });
  assert.equal(await page.locator("#job tbody tr").count(), 3);
  assertFaultless(page);
  await page.context().close();
});

test("a job is stopped without scripts, and what is no address is told", async () => {
  const page = await openPage(browser, server.address, { javaScriptEnabled: false });
  page.on("console", () => {});
  await page.goto(`${server.address}/add`);
  await page.fill("input[type=url]", feed("stopped"));
  await page.click("main form button");
  await page.locator("#job form button").click();
  await page.locator("#job form").waitFor({ state: "detached" });
  assert.match(await page.locator("#job [role=status]").innerText(), /Stopped/);
  await page.goto(`${server.address}/add`);
  await page.fill("input[type=url]", "ftp://arga.example/");
  await page.click("main form button");
  assert.match(await page.locator("[role=alert]").innerText(), /only http and https/);
  assert.equal(await page.inputValue("input[type=url]"), "ftp://arga.example/");
  await page.screenshot({ path: join(pictures, "add-wrong.png"), fullPage: true });
  await page.context().close();
});

test("a phone shows adding in its width", async () => {
  const page = await openPage(browser, server.address, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  for (const path of ["/add", "/add/1"]) {
    await page.goto(server.address + path);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]), [390, 390], path);
    await page.screenshot({ path: join(pictures, `${path.slice(1).replace("/", "-")}-phone.png`), fullPage: true });
  }
  assertFaultless(page);
  await page.context().close();
});
