// The actor graph by keyboard and by ear, and as a picture to keep.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { idle, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

test("E and the arrows say in words where they are, and Enter reads the evidence", async () => {
  const page = await web.open("#view=graph&focus=osce");
  await idle(page);
  await page.locator("canvas").focus();
  await page.keyboard.press("e");
  await page.locator(".dm-live", { hasText: /^OSCE to Ukraine: \d+ acts? of material cooperation, the latest \d/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".dm-evidence h2:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("canvas:focus").waitFor();
  assert.equal((await state(page)).edge, "");
  await page.keyboard.press("ArrowRight");
  await page.locator(".dm-live", { hasText: /: \d+ statements? or acts? by it, \d+ to it$/ }).waitFor();
});

test("the graph can be kept as SVG, and only where it shows", async () => {
  const page = await web.open("#view=split&focus=geneva-2022");
  await idle(page);
  await page.getByRole("button", { name: "Share and embed" }).click();
  const keep = page.getByRole("button", { name: "Download the graph as SVG" });
  const [download] = await Promise.all([page.waitForEvent("download"), keep.click()]);
  assert.equal(download.suggestedFilename(), "Actors, 9 January 2022.svg");
  const svg = await readFile(await download.path(), "utf8");
  const shown = await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => element.inspect().graph);
  assert.equal(svg.split("<g><title>").length - 1, shown.nodes.length + shown.edges.length);
  await page.getByRole("dialog", { name: "Share and embed" }).getByRole("button", { name: "Close" }).click();
  await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => { element.state = { view: "timeline" }; });
  await idle(page);
  await page.getByRole("button", { name: "Share and embed" }).click();
  assert.equal(await keep.isVisible(), false);
});
