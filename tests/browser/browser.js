// Chromium, and pages that are watched for what a page of Sanad never does.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

export const executable = process.env.CHROMIUM ?? "/usr/bin/chromium";

export async function launch() {
  return chromium.launch({ executablePath: executable, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

/** A page in a context of its own; `page.faults` gathers errors, refused content, dialogs and requests that leave the server. */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.bytes = 0;
  // An answer of 404 is told on the console too, and is what some tests ask for.
  page.on("console", (message) => { if (message.type() === "error" && !message.text().includes("404")) page.faults.push(message.text()); });
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("dialog", (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (!request.url().startsWith(address)) page.faults.push(`leaves for ${request.url()}`); });
  page.on("response", async (response) => { page.bytes += (await response.body().catch(() => Buffer.alloc(0))).length; });
  return page;
}

export function assertFaultless(page, where) {
  assert.deepEqual(page.faults, [], where);
}
