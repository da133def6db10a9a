// The lanes: picked out and folded in a panel that works by keyboard alone and by a click on their names; the
// address keeps them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
  await page.waitForURL(/lanes=vienna/);
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

// ---- Groups within groups ----

const nested = JSON.parse(readFileSync(new URL("../../assets/dossiers/ukraine-talks-2022.json", import.meta.url), "utf8"));
for (const [id, group] of Object.entries({ geneva: "Talks / Bilateral", brussels: "Talks / Multilateral", vienna: "Talks / Multilateral" }))
  nested.tracks.find((/** @type {any} */ track) => track.id === id).group = group;

async function openNested() {
  const page = await web.open("icon.svg");
  await page.route("**/nested.json", (route) => route.fulfill({ json: nested }));
  await page.route("**/nested.html", (route) => route.fulfill({ contentType: "text/html", body:
    `<!doctype html><script type="module" src="demarche.js"></script>
     <demarche-timeline src="nested.json" view="timeline" style="height:700px"></demarche-timeline>` }));
  await page.goto(new URL("nested.html", web.server.url).href);
  return page;
}
/** The items of the tracks, by id, in clusters or not. @param {any} seen of inspect() */
const eventsIn = (seen) => seen.items.reduce((/** @type {number} */ sum, /** @type {any} */ item) => sum + (item.count ?? 1), 0);
/** Without that icon.svg has no icon. @param {{errors: string[]}} page */
const errorsOf = (page) => page.errors.filter((error) => !error.includes("404"));
/** The group of that path on the canvas. @param {any} seen @param {string} path */
const groupOf = (seen, path) => seen.groups.find((/** @type {any} */ group) => group.path === path);

test("by keyboard alone groups fold at every level, and what was folded inside stays so", async () => {
  const page = await openNested();
  await idle(page);
  const open = page.getByRole("button", { name: "Lanes" });
  await open.focus();
  await page.keyboard.press("Enter");
  const outer = page.getByRole("button", { name: "Fold Talks", exact: true });
  const inner = page.getByRole("button", { name: "Fold Talks / Multilateral" });
  await inner.focus();
  await page.keyboard.press("Enter");
  assert.equal((await state(page)).fold, "Talks / Multilateral");
  assert.match(String(await focused(page)), /^dm-group-fold-/);
  await outer.focus();
  await page.keyboard.press("Space");
  assert.equal((await state(page)).fold, "Talks,Talks / Multilateral");
  await page.keyboard.press("Space");
  assert.equal((await state(page)).fold, "Talks / Multilateral");
  assert.equal(await inner.getAttribute("aria-pressed"), "true");
  // Of the lists, as a screen reader tells them, one lies in an entry of the other.
  const talks = page.getByRole("list").filter({ has: inner }).first();
  assert.equal(await talks.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Multilateral", level: 4 }) })
    .getByRole("list").getByRole("listitem").count(), 2);
  const down = page.getByRole("button", { name: "Down: Talks / Bilateral" });
  await down.focus();
  await page.keyboard.press("Enter");
  assert.match((await state(page)).lanes, /^brussels,vienna,geneva,russia-positions/);
  assert.match(String(await focused(page)), /^dm-group-down-/);
  assert.deepEqual(errorsOf(page), []);
});

test("by mouse the heading of each level folds it, and its name opens it again, with nothing lost", async () => {
  const page = await openNested();
  const seen = await inspect(page);
  const click = async (/** @type {string} */ path) => {
    const { x, y, w, h } = groupOf(await inspect(page), path);
    await clickCanvas(page, x + w / 2, y + h / 2);
    return (await state(page)).fold;
  };
  assert.deepEqual(["Talks", "Talks / Bilateral", "Talks / Multilateral"].map((path) => groupOf(seen, path).level), [1, 2, 2]);
  const folds = ["Talks / Multilateral", "Talks", "Talks", "Talks / Multilateral"];
  const after = ["Talks / Multilateral", "Talks,Talks / Multilateral", "Talks / Multilateral", ""];
  for (const [at, path] of folds.entries()) {
    assert.equal(await click(path), after[at]);
    const now = await inspect(page);
    assert.equal(groupOf(now, path).folded, at < 2);
    assert.equal(eventsIn(now), eventsIn(seen));
  }
  assert.deepEqual(errorsOf(page), []);
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
    // The canvas has no room for its button of the zone.
    const place = dialog.getByRole("button", { name: "Of the place: Kyiv" });
    assert.equal(await place.getAttribute("aria-pressed"), "true");
    const utc = dialog.getByRole("button", { name: "UTC" });
    await utc.focus();
    await page.keyboard.press("Enter");
    assert.equal((await state(page)).zone, "utc");
    assert.equal(await utc.getAttribute("aria-pressed"), "true");
    assert.equal(await dialog.getByRole("button", { name: "Of the place" }).getAttribute("aria-pressed"), "false");
  });
}
