// Playing through the changes: from stop to stop, until someone wants something else.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { idle, inspect, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** @param {import("playwright-core").Page} page */
const button = (page, name = /** @type {RegExp | string} */ ("Play through the changes")) =>
  page.locator(".dm-bar").getByRole("button", { name });
/** Waits until the as-of date is, or is no more, that one.
 * @param {import("playwright-core").Page} page @param {string} date @param {{not?: boolean}} [how] */
const asOf = (page, date, { not = false } = {}) => page.waitForFunction(
  ([wanted, other]) => (/** @type {any} */ (document.querySelector("demarche-timeline")).state["as-of"] === wanted) !== other,
  /** @type {const} */ ([date, not]));

test("it plays to the next change and on, says so, and pauses", async () => {
  const page = await web.open("#as-of=2021-12-17");
  await idle(page);
  const entries = await page.evaluate(() => history.length);
  await button(page).click();
  await page.locator(".dm-live", { hasText: /^Playing$/ }).waitFor();
  await asOf(page, "2021-12-17", { not: true });
  const first = (await state(page))["as-of"];
  await asOf(page, first, { not: true });
  await button(page, "Pause").click();
  await page.locator("demarche-timeline:not([data-playing])").waitFor();
  const rests = (await state(page))["as-of"];
  await page.locator(".dm-live", { hasText: /^Paused at \d+ \w+ 202\d$/ }).waitFor();
  await page.locator(".dm-changes h2", { hasText: "What changed on" }).waitFor();
  await page.waitForFunction((date) => location.hash.includes(`as-of=${date}`), rests);
  assert.equal(await page.evaluate(() => history.length), entries, "no entry of the history for a step");
});

test("it ends with the last change, and begins again with the first", async () => {
  const page = await web.open("#as-of=..");
  await idle(page);
  await page.locator("canvas").focus();
  await page.keyboard.press("[");
  await page.keyboard.press("[");
  await idle(page);
  const before = (await state(page))["as-of"];
  await page.keyboard.press("p");
  await asOf(page, before, { not: true });
  await page.locator("demarche-timeline:not([data-playing])").waitFor();
  const last = (await state(page))["as-of"];
  await button(page, "Play from the beginning").click();
  await asOf(page, last, { not: true });
  assert.match((await state(page))["as-of"], /^199/);
  assert.equal(await page.locator(".dm-play-back").getAttribute("aria-disabled"), "true");
});

for (const [what, act] of /** @type {[string, (page: import("playwright-core").Page) => Promise<unknown>][]} */ ([
  ["the reader moves the date", (page) => page.keyboard.press("Shift+]")],
  ["the page sets it", (page) => page.locator("demarche-timeline").evaluate((element) => element.setAttribute("as-of", "2014-03-18"))],
  ["nobody can see it", (page) => page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => { element.style.display = "none"; })],
])) {
  test(`it stops when ${what}`, async () => {
    const page = await web.open("#as-of=2004-03-28");
    await idle(page);
    await page.locator("canvas").focus();
    await page.keyboard.press("p");
    await page.locator("demarche-timeline[data-playing]").waitFor();
    await act(page);
    await page.locator("demarche-timeline:not([data-playing])").waitFor({ state: "attached" });
  });
}

test("a step tells what changed, with links to the evidence; moving the date otherwise takes it back", async () => {
  const page = await web.open("#as-of=2004-03-28", { viewport: { width: 1200, height: 800 } });
  await idle(page);
  await button(page, "On to the next change").click();
  await page.locator(".dm-changes", { hasText: "NATO gains 7 members: Bulgaria, Estonia" }).waitFor();
  await page.locator(".dm-live", { hasText: /^29 March 2004: / }).waitFor();
  await page.locator(".dm-changes").getByRole("link", { name: "Latvia" }).click();
  assert.equal((await state(page)).focus, "latvia");
  assert.ok(await page.locator(".dm-changes").isVisible(), "reading on keeps the list");
  await page.locator("demarche-timeline").evaluate((element) => element.setAttribute("as-of", "2014-03-18"));
  await page.locator(".dm-changes").waitFor({ state: "hidden" });
});

test("beside the graph what changed is to be read at every date, and a line's statements in its place", async () => {
  const page = await web.open("#view=graph&as-of=2004-03-29");
  await idle(page);
  const changes = page.locator(".dm-changes");
  await changes.filter({ hasText: "NATO gains 7 members: Bulgaria" }).waitFor();
  await page.locator("demarche-timeline").evaluate((element) => element.setAttribute("lang", "uk"));
  await changes.filter({ hasText: "Болгарія" }).waitFor();
  await page.locator("demarche-timeline").evaluate((element) => element.setAttribute("as-of", "2014-06-01"));
  await changes.filter({ hasText: /What changed last, on \d+ \w+ 2014/ }).waitFor();
  await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => { element.state = { edge: "russia~ukraine~4" }; });
  await page.locator(".dm-evidence").waitFor();
  assert.equal(await changes.isVisible(), false);
  await page.setViewportSize({ width: 720, height: 460 });
  await idle(page);
  assert.equal(await changes.isVisible(), false);
  await page.locator("demarche-timeline:not([data-column])").waitFor();
});

for (const [path, width, height] of /** @type {[string, number, number][]} */ ([
  ["", 1280, 800], ["", 1150, 800], ["", 1024, 768], ["embed.html?src=dossiers/ukraine-talks-2022.json", 1100, 800],
  ["embed.html?src=dossiers/ukraine-talks-2022.json", 900, 700], ["embed.html?src=dossiers/ukraine-talks-2022.json", 720, 460],
])) {
  test(`neither what changed nor a line's statements hide an actor in ${path ? "an embed" : "a page"} of ${width} by ${height}`, async () => {
    const page = await web.open(`${path}#view=graph&as-of=2022-01-13`, { viewport: { width, height } });
    const { graph } = await inspect(page);
    const canvas = /** @type {{x: number, y: number}} */ (await page.locator("canvas").boundingBox());
    const hidden = async (/** @type {string} */ panel) => {
      const box = await page.locator(panel).boundingBox();
      return box && graph.nodes.filter((/** @type {any} */ { x, y }) => canvas.x + x > box.x && canvas.x + x < box.x + box.width
        && canvas.y + y > box.y && canvas.y + y < box.y + box.height);
    };
    const beside = await page.locator("demarche-timeline[data-column]").count() > 0;
    assert.deepEqual(await hidden(".dm-changes"), beside ? [] : null);
    await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => { element.state = { edge: "us~russia~3" }; });
    await idle(page);
    assert.deepEqual(await hidden(".dm-evidence"), []);
  });
}

test("without controls there are none", async () => {
  const page = await web.open("embed.html?src=dossiers/ukraine-talks-2022.json&controls=none");
  await idle(page);
  assert.equal(await button(page).isVisible(), false);
});
