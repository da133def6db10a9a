// What the graph shows: chosen in a panel that works by keyboard alone, in the address, and taken back.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { idle, inspect, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** @typedef {import("playwright-core").Page} Page */

/** The edges as "from>to", with the moves of all classes. @param {Page} page */
async function counts(page) {
  const sums = /** @type {Record<string, number>} */ ({});
  for (const { from, to, count } of (await inspect(page)).graph.edges) sums[`${from}>${to}`] = (sums[`${from}>${to}`] ?? 0) + count;
  return sums;
}
/** @param {Record<string, number>} sums */
const total = (sums) => Object.values(sums).reduce((a, b) => a + b, 0);
/** @param {Page} page @param {string} id */
const node = async (page, id) => (await inspect(page)).graph.nodes.find((/** @type {any} */ one) => one.id === id);

test("by keyboard alone the graph is kept to a topic, the address keeps it, and the pane leads back", async () => {
  const page = await web.open("");
  const before = await inspect(page);
  const all = await counts(page);
  await page.getByRole("button", { name: "What the graph shows" }).focus();
  await page.keyboard.press("Enter");
  const select = page.getByRole("combobox", { name: "Show" });
  await select.focus();
  await page.keyboard.type("Missiles");
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("demarche-timeline")).state.lens === "topic:missiles");
  assert.equal(await page.locator("demarche-timeline").evaluate((element) => element.shadowRoot?.activeElement?.id), "dm-lens");
  await page.keyboard.press("Escape");
  const missiles = await counts(page);
  assert.ok(total(missiles) > 0 && total(missiles) < total(all));
  for (const [edge, count] of Object.entries(missiles)) assert.ok(count <= all[edge], edge);
  const seen = await inspect(page);
  assert.equal(seen.graph.lens, "topic:missiles");
  for (const one of seen.graph.nodes) {
    const was = before.graph.nodes.find((/** @type {any} */ other) => other.id === one.id);
    if (was) assert.deepEqual([one.x, one.y], [was.x, was.y], one.id);
  }
  assert.deepEqual(seen.items, before.items, "the timeline is as it was");
  await page.waitForURL(/lens=topic:missiles/);
  await page.reload();
  assert.deepEqual(await counts(page), missiles);
  await page.getByText("The graph shows only Missiles").getByRole("button", { name: "Show all" }).click();
  assert.deepEqual(await counts(page), all);
  assert.deepEqual(page.errors, []);
});

test("members folded into NATO lose no statement, and are as many as on the date", async () => {
  const page = await web.open("");
  const open = await counts(page);
  await page.getByRole("button", { name: "What the graph shows" }).click();
  const fold = page.getByRole("button", { name: "Part of the organisation" });
  await fold.focus();
  await page.keyboard.press("Enter");
  assert.equal((await state(page)).members, "folded");
  assert.equal(await fold.getAttribute("aria-pressed"), "true");
  const folded = await counts(page);
  const nato = await node(page, "nato");
  assert.equal(nato.members, 30);
  assert.equal(await node(page, "us"), undefined);
  assert.equal(total(folded) + (nato.inner ?? 0), total(open));
  assert.ok(folded["russia>nato"] > open["russia>nato"]);
  await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => { element.state = { "as-of": "1997-06-01" }; });
  assert.equal((await node(page, "nato")).members, 16);
});

test("what a card offers keeps the graph to it, and on a phone shows the graph", async () => {
  const page = await web.open("#focus=nato", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await idle(page);
  await page.getByRole("button", { name: "Show only this in the graph" }).evaluate((button) => /** @type {HTMLElement} */ (button).click());
  const { lens, view } = await state(page);
  assert.deepEqual([lens, view], ["actor:nato", "graph"]);
  for (const edge of Object.keys(await counts(page))) assert.match(edge, /^nato>|>nato$/);
  await page.getByRole("button", { name: "What the graph shows" }).tap();
  const dialog = page.getByRole("dialog");
  assert.ok(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth));
  const size = await dialog.getByRole("button", { name: "All shown" }).boundingBox();
  assert.ok(size && size.height >= 44);
  await dialog.getByRole("button", { name: "All shown" }).tap();
  assert.ok(await node(page, "canada"));
});
