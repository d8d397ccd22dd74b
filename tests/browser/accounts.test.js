// Signing in with an account and out again, in a browser that holds pages to their policy and cookies to their attributes.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, openPage } from "./browser.js";
import { provide } from "./provider.js";
import { home, serve } from "./server.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = join(home, "artifacts", "browser");
const direct = Object.fromEntries(["http_proxy", "https_proxy", "all_proxy"].flatMap((name) => [[name, ""], [name.toUpperCase(), ""]]));

let provider, server, browser;
before(async () => {
  mkdirSync(pictures, { recursive: true });
  provider = await provide({ sub: "7", name: "Ratna Wulandari", groups: ["editors"] });
  const options = ["--oidc-issuer", provider.issuer, "--oidc-client", "sanad", "--oidc-role", "editors=add,correct"];
  [server, browser] = [await serve({ inputs: [join(home, "samples", "tanggul-lereh")], options, environment: direct }), await launch()];
});
after(async () => {
  await browser?.close();
  await server?.stop();
  provider?.stop();
});

async function isOpenToAll(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).slice(0, 3).join(" ")}`), [], name);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

for (const [locale, colorScheme, javaScriptEnabled] of [["en-GB", "dark", true], ["id-ID", "light", true], ["en-GB", "light", false]]) {
  test(`a reader signs in, is called by name, and signs out, ${locale}, ${colorScheme}${javaScriptEnabled ? "" : ", without scripts"}`, async () => {
    const page = await openPage(browser, server.address, { locale, colorScheme, javaScriptEnabled });
    await page.goto(`${server.address}/stories/1/figures`);
    assert.equal(page.url(), `${server.address}/stories/1/figures`);
    assert.match(await page.locator("footer form").innerText(), /Ratna Wulandari/);
    const cookie = (await page.context().cookies()).find(({ name }) => name === "sanad");
    assert.deepEqual([cookie.httpOnly, cookie.sameSite], [true, "Lax"]);
    assert.equal(await page.locator("main form[action='/add']").count(), 0);
    await page.goto(`${server.address}/add`);
    assert.equal(await page.locator("main form[action='/add']").count(), 1);
    if (javaScriptEnabled) await isOpenToAll(page, `signed-in-${locale.slice(0, 2)}-${colorScheme}`);
    await page.click("footer form button");
    await page.waitForURL(`${server.address}/signed-out`);
    assert.equal((await page.context().cookies()).some(({ name }) => name === "sanad"), false);
    assert.equal(await page.getAttribute("main a[rel]", "href"), `${provider.issuer}/bye?client_id=sanad`);
    if (javaScriptEnabled) await isOpenToAll(page, `signed-out-${locale.slice(0, 2)}-${colorScheme}`);
    await page.context().close();
  });
}
