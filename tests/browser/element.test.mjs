// The element as the page around it uses it: other dossiers, moves in the document, what it says and shows
// before it is ready.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { idle, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** A dossier of one event. @param {string} id */
const dossier = (id) => JSON.stringify({
  format: "demarche/1", id, title: `Title of ${id}`, lang: "en",
  sources: [{ id: "S1", title: "Report", publisher: "Gazette", kind: "press" }],
  tracks: [{ id: "t", name: "Talks", group: "Talks" }],
  events: [{ id: `event-${id}`, title: `Event of ${id}`, date: "2022-01-10", track: "t", status: "occurred", sources: [{ id: "S1" }] }],
});

/** An article with a timeline whose dossiers one.json and two.json come when they are let go.
 * @param {import("playwright-core").BrowserContextOptions} [context] */
async function openHeld(context) {
  /** @type {Record<string, () => void>} */
  const letGo = {}, tellAsked = {};
  /** @type {Record<string, Promise<void>>} resolved once a dossier is asked for, once it was sent */
  const asked = {}, sent = {};
  const page = await web.open("icon.svg", context);
  for (const id of ["one", "two"]) {
    const held = new Promise((done) => { letGo[id] = () => done(undefined); });
    asked[id] = new Promise((done) => { tellAsked[id] = done; });
    sent[id] = new Promise((done) => page.route(`**/${id}.json`, async (route) => {
      tellAsked[id]();
      await held;
      await route.fulfill({ contentType: "application/json", body: dossier(id) });
      done();
    }));
  }
  await page.route("**/held.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><script type="module" src="demarche.js"></script>
      <demarche-timeline src="one.json"><p>The list</p></demarche-timeline>`,
  }));
  await page.goto(new URL("held.html", web.server.url).href);
  return { page, letGo, asked, sent };
}

/** @param {import("playwright-core").Page} page @param {string} src */
const setSrc = (page, src) => page.locator("demarche-timeline").evaluate((element, value) => element.setAttribute("src", value), src);
/** @param {import("playwright-core").Page} page */
const items = (page) => page.locator("demarche-timeline").evaluate((/** @type {any} */ element) =>
  element.inspect().items.map((/** @type {any} */ item) => item.id));

test("another src shows another dossier, also where the state stays the same", async () => {
  const { page, letGo } = await openHeld();
  letGo.one();
  letGo.two();
  await idle(page);
  await page.getByRole("heading", { name: "Title of one" }).first().waitFor();
  await setSrc(page, "two.json");
  await idle(page);
  assert.deepEqual(await items(page), ["event-two"]);
  await page.getByRole("heading", { level: 1, name: "Title of two" }).waitFor();
  await page.locator(".dm-pane-content").getByText("Title of two").waitFor();
});

test("a dossier that comes after another one was asked for is not shown", async () => {
  const { page, letGo, asked, sent } = await openHeld();
  await asked.one;
  await setSrc(page, "two.json");
  letGo.two();
  await idle(page);
  assert.deepEqual(await items(page), ["event-two"]);
  letGo.one();
  await sent.one;
  await page.evaluate(async () => { for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame); });
  assert.deepEqual(await items(page), ["event-two"]);
});

test("inspect() has all its parts before there is anything to see", async () => {
  const { page, letGo } = await openHeld();
  const seen = await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => element.inspect());
  assert.deepEqual(seen.items, []);
  assert.deepEqual(seen.axis.ticks, []);
  assert.deepEqual(seen.graph.nodes, []);
  assert.equal(seen.frames, 0);
  letGo.one();
  await idle(page);
  const now = await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => element.inspect());
  assert.deepEqual(Object.keys(now).sort(), Object.keys(seen).sort());
  assert.deepEqual(Object.keys(now.graph).sort(), Object.keys(seen.graph).sort());
});

test("it is dark from the start where it is to be dark, and has its controls", async () => {
  const { page, letGo } = await openHeld({ colorScheme: "dark" });
  const element = page.locator("demarche-timeline");
  await page.locator(".dm-loading").waitFor();
  assert.equal(await element.getAttribute("data-dark"), "");
  await element.evaluate((one) => {
    const other = document.createElement("demarche-timeline");
    for (const [name, value] of Object.entries({ src: "two.json", theme: "light", controls: "compact" })) other.setAttribute(name, value);
    one.after(other);
  });
  const other = page.locator("demarche-timeline").nth(1);
  await other.locator(".dm-loading").waitFor();
  assert.equal(await other.getAttribute("data-dark"), null);
  await page.locator("demarche-timeline[data-controls=compact]").waitFor(); // once it has been measured
  letGo.one();
  letGo.two();
});

test("taken out of the document and put back it works as before", async () => {
  const { page, letGo } = await openHeld();
  letGo.one();
  await idle(page);
  await page.evaluate(async () => {
    const element = /** @type {HTMLElement} */ (document.querySelector("demarche-timeline"));
    element.remove();
    await new Promise((done) => setTimeout(done));
    document.body.append(element);
  });
  await idle(page);
  assert.deepEqual(await items(page), ["event-one"]);
  await page.getByRole("tab", { name: "List" }).click();
  await page.locator(".dm-pane-content .dm-row").click();
  assert.equal((await state(page)).focus, "event-one");
  await page.locator("canvas").focus();
  await page.keyboard.press("l");
  assert.equal((await state(page)).axis, "linear", "switched once, not by two hands");
});
