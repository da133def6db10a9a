// The lanes: picked out and folded in a panel that works by keyboard alone and by a click on their names; the
// address keeps them.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { clickCanvas, idle, inspect, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** The tracks of what is on the canvas. @param {import("playwright-core").Page} page */
const tracks = async (page) =>
  [...new Set((await inspect(page)).items.map((/** @type {any} */ item) => item.track))].sort();
/** The id of what has the focus. @param {import("playwright-core").Page} page */
const focused = (page) => page.locator("demarche-timeline").evaluate((element) => element.shadowRoot?.activeElement?.id);

test("by keyboard alone a lane is isolated, and the address keeps it", async () => {
  const page = await web.open("");
  assert.ok((await tracks(page)).length > 5);
  const open = page.getByRole("button", { name: "Lanes" });
  await open.focus();
  await page.keyboard.press("Enter");
  const only = page.getByRole("button", { name: "Only Vienna" });
  await only.focus();
  await page.keyboard.press("Enter");
  assert.equal((await state(page)).lanes, "vienna");
  assert.equal(await only.getAttribute("aria-pressed"), "true");
  assert.match(String(await focused(page)), /^dm-lane-only-/);
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.match(page.url(), /lanes=vienna/);
  await page.reload();
  assert.deepEqual(await tracks(page), ["vienna"]);
  assert.deepEqual(page.errors, []);
});

test("the focus stays on the button that was pressed, also at the end of its way", async () => {
  const page = await web.open("");
  await idle(page);
  await page.getByRole("button", { name: "Lanes" }).click();
  const down = page.getByRole("button", { name: "Down: Geneva" });
  await down.focus();
  for (const lanes of [/^brussels,geneva,vienna/, /^brussels,vienna,geneva/, /^brussels,vienna,geneva/]) {
    await page.keyboard.press("Enter");
    assert.match((await state(page)).lanes, lanes);
    assert.match(String(await focused(page)), /^dm-lane-down-/);
  }
  assert.equal(await down.getAttribute("aria-disabled"), "true");
  await page.getByRole("button", { name: "Original order" }).click();
  assert.equal((await state(page)).lanes, "");
  assert.equal(await page.getByRole("button", { name: "Original order" }).count(), 0);
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("hidden lanes are told of and shown by the card of an event in one", async () => {
  const page = await web.open("#focus=geneva-2022&lanes=vienna&fold=Background");
  assert.deepEqual(await tracks(page), ["vienna"]);
  assert.match(await page.getByText("On the timeline its lane is hidden").innerText(), /Geneva/);
  await page.getByRole("button", { name: "Show its lane" }).click();
  assert.deepEqual(await tracks(page), ["geneva", "vienna"]);
  assert.equal(await page.getByText("its lane is hidden").count(), 0);
});

test("a click on a lane's name on the canvas isolates it, and another shows all", async () => {
  const page = await web.open("");
  const seen = await inspect(page);
  const y = seen.items.find((/** @type {any} */ item) => item.track === "vienna").y + 8;
  await clickCanvas(page, 40, y);
  assert.equal((await state(page)).lanes, "vienna");
  const own = (await inspect(page)).items[0];
  await clickCanvas(page, 40, own.y + 8);
  assert.equal((await state(page)).lanes, "");
});

for (const [name, size] of /** @type {const} */ ([["tablet", [720, 900]], ["phone", [390, 844]], ["embed", [560, 400]]])) {
  test(`on a ${name} the button is there and nothing sticks out`, async () => {
    const [width, height] = size;
    const page = await web.open("", { viewport: { width, height } });
    await idle(page);
    const wide = await page.locator("demarche-timeline").evaluate((element) =>
      [...element.shadowRoot?.querySelectorAll(".dm-bar, .dm-views") ?? []].filter((bar) => bar.scrollWidth > bar.clientWidth + 1).length);
    assert.equal(wide, 0);
    const button = await page.getByRole("button", { name: "Lanes" }).boundingBox();
    assert.ok(button && button.width >= 32 && button.height >= 32, "not squeezed");
    await page.getByRole("button", { name: "Lanes" }).click();
    const dialog = page.getByRole("dialog");
    assert.ok(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth));
    await dialog.getByRole("button", { name: "Fold Background" }).click();
    assert.equal((await state(page)).fold, "Background");
  });
}
