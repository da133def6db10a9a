// The tooltip of a mark: told of what the mouse rests on, with the manners of WCAG 1.4.13.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { inspect, itemOf, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** Rests the mouse on a mark. @param {import("playwright-core").Page} page @param {{x: number, y: number, h: number}} item */
async function restOn(page, item) {
  const box = /** @type {{x: number, y: number}} */ (await page.locator("canvas").boundingBox());
  await page.mouse.move(box.x + item.x + 6, box.y + item.y + item.h / 2);
  const tip = page.locator(".dm-tip");
  await tip.waitFor();
  return tip;
}

test("a mark under a resting mouse says what is known of its date", async () => {
  const page = await web.open("");
  const tip = await restOn(page, itemOf(await inspect(page), "geneva-2022"));
  assert.match(await tip.innerText(), /Monday 10 January 2022, Geneva/);
  assert.match(await tip.innerText(), /Scheduled, as reported/);
  await page.mouse.move(4, 4);
  await tip.waitFor({ state: "hidden" });
});

test("the mouse can move onto the tooltip, and Escape sends it away and nothing else", async () => {
  const page = await web.open("#focus=vienna-osce-2022");
  const item = itemOf(await inspect(page), "geneva-2022");
  const tip = await restOn(page, item);
  const box = /** @type {{x: number, y: number, width: number, height: number}} */ (await tip.boundingBox());
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await inspect(page);
  assert.equal(await tip.isVisible(), true);
  await page.keyboard.press("Escape");
  await tip.waitFor({ state: "hidden" });
  assert.equal((await state(page)).focus, "vienna-osce-2022");
});

test("a cluster says what is in it, and a click comes closer", async () => {
  const page = await web.open("#axis=linear");
  const seen = await inspect(page);
  const cluster = seen.items.find((/** @type {any} */ item) => item.kind === "cluster" && item.count > 5);
  const tip = await restOn(page, cluster);
  assert.match(await tip.innerText(), new RegExp(`^${cluster.count} events`));
  assert.equal(await tip.locator("li").count(), 5);
  assert.match(await tip.innerText(), new RegExp(`and ${cluster.count - 5} more`));
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("demarche-timeline")).state.range !== "");
  assert.ok((await inspect(page)).items.length > 0);
});

test("a line of the graph under a resting mouse says the latest it stands for", async () => {
  const page = await web.open("#as-of=2022-01-09");
  const { graph } = await inspect(page);
  const us = graph.nodes.find((/** @type {any} */ node) => node.id === "us");
  const box = /** @type {{x: number, y: number}} */ (await page.locator("canvas").boundingBox());
  await page.mouse.move(box.x + us.x, box.y + us.y);
  const tip = page.locator(".dm-tip");
  await tip.waitFor();
  assert.match(await tip.innerText(), /^United States/);
  const russia = graph.nodes.find((/** @type {any} */ node) => node.id === "russia");
  let said = "";
  for (let y = us.y - 80; y < us.y + 80 && !said.startsWith("US → Russia"); y += 4) {
    await page.mouse.move(4, 4);  // a tooltip may lie over the next line
    await tip.waitFor({ state: "hidden" });
    await page.mouse.move(box.x + us.x + (russia.x - us.x) / 3, box.y + y);
    await inspect(page);
    said = await tip.innerText();
  }
  assert.match(said, /^US → Russia: \d+ statements of verbal (conflict|cooperation)\n+The latest: .+\n+.+/);
});

test("ready means drawn", async () => {
  const page = await web.open("");
  const frames = await page.evaluate(async () => {
    await customElements.whenDefined("demarche-timeline");
    const element = /** @type {any} */ (document.querySelector("demarche-timeline"));
    await element.ready;
    return element.inspect().frames;
  });
  assert.ok(frames > 0);
});
