// The full page in Chromium: it loads, canvas and pane select each other, keys, permalink, as-of date.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { clickCanvas, idle, inspect, itemOf, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

test("the page shows the three talks as scheduled on 9 January 2022", async () => {
  const page = await web.open("");
  const seen = await inspect(page);
  assert.equal(seen.asOf, "2022-01-09");
  assert.equal(seen.axis.kind, "adaptive");
  for (const id of ["geneva-2022", "brussels-nrc-2022", "vienna-osce-2022"]) itemOf(seen, id);
  assert.ok(seen.graph.nodes.length >= 5, "actors of the talks");
  assert.ok(seen.graph.edges.some((/** @type {any} */ edge) => edge.from === "us" && edge.to === "russia"));
  assert.deepEqual(page.errors, []);
});

test("a click on the canvas opens the event in the pane, a click in the list marks it on the canvas", async () => {
  const page = await web.open("");
  const geneva = itemOf(await inspect(page), "geneva-2022");
  await clickCanvas(page, geneva.x + 6, geneva.y + geneva.h / 2);
  assert.equal((await state(page)).focus, "geneva-2022");
  await page.locator(".dm-pane").getByRole("heading", { level: 2, name: /Geneva/ }).waitFor();

  await page.getByRole("tab", { name: "List" }).click();
  await page.locator(".dm-pane a[href*='focus=vienna-osce-2022']").first().click();
  const seen = await inspect(page);
  assert.equal(seen.selection, "vienna-osce-2022");
  assert.equal(itemOf(seen, "vienna-osce-2022").selected, true);
});

test("selecting an actor in the graph dims the events it has no part in", async () => {
  const page = await web.open("");
  const seen = await inspect(page);
  const osce = seen.graph.nodes.find((/** @type {any} */ node) => node.id === "osce");
  await clickCanvas(page, osce.x, osce.y);
  assert.equal((await state(page)).focus, "osce");
  const now = await inspect(page);
  assert.equal(itemOf(now, "geneva-2022").dimmed, true);
  assert.equal(itemOf(now, "vienna-osce-2022").dimmed, false);
});

test("a click on a line of the graph opens its statements, Escape closes them", async () => {
  const page = await web.open("");
  const seen = await inspect(page);
  const edge = seen.graph.edges.find((/** @type {any} */ one) => one.from === "us" && one.to === "russia" && one.quad === 3);
  await page.evaluate(() => { /** @type {any} */ (document.querySelector("demarche-timeline")).state = { edge: "us~russia~3" }; });
  await idle(page);
  const panel = page.locator(".dm-evidence");
  await panel.waitFor();
  assert.match(await panel.innerText(), new RegExp(`${edge.count} statement`));
  await panel.getByRole("button").first().focus();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
});

test("the canvas is walked with the keyboard alone", async () => {
  const page = await web.open("#focus=geneva-2022");
  await idle(page);
  await page.locator("canvas").focus();
  await page.keyboard.press("ArrowRight");
  await idle(page);
  const next = (await state(page)).focus;
  assert.notEqual(next, "geneva-2022");
  await page.keyboard.press("ArrowLeft");
  assert.equal((await state(page)).focus, "geneva-2022");
  await page.keyboard.press("l");
  assert.equal((await inspect(page)).axis.kind, "linear");
  await page.keyboard.press("]");
  assert.equal((await state(page))["as-of"], "2022-01-10");
  await page.keyboard.press("[");
  assert.equal((await state(page))["as-of"], "2022-01-09");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("demarche-timeline")?.shadowRoot?.activeElement?.closest(".dm-pane"));
  await page.locator("canvas").focus();
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.querySelector("demarche-timeline")?.shadowRoot?.activeElement?.matches("input"));
});

test("the question mark shows the keys, the slash finds, whatever else is held for them", async () => {
  const page = await web.open("");
  await idle(page);
  const canvas = page.locator("canvas"), help = page.locator("dialog.dm-help");
  await canvas.focus();
  await page.keyboard.press("?");
  await help.waitFor();
  await help.getByRole("button", { name: "Close" }).click();
  await help.waitFor({ state: "hidden" });
  // On a German keyboard the slash is Shift and 7.
  await canvas.dispatchEvent("keydown", { key: "/", shiftKey: true });
  await page.waitForFunction(() => document.querySelector("demarche-timeline")?.shadowRoot?.activeElement?.matches("input"));
  assert.equal(await help.isVisible(), false);
});

test("brackets that a Mac types with Option move the as-of date", async () => {
  const page = await web.open("");
  await idle(page);
  const canvas = page.locator("canvas");
  await canvas.focus();
  await canvas.evaluate((element) => {  // in one turn: a key that is held repeats
    for (const type of ["keydown", "keyup"]) element.dispatchEvent(new KeyboardEvent(type, { key: "]", altKey: true }));
  });
  assert.equal((await state(page))["as-of"], "2022-01-10");
  await canvas.dispatchEvent("keydown", { key: "l", altKey: true });
  assert.equal((await state(page)).axis, "adaptive", "Alt and a letter are the browser's");
});

test("what is shared as a frame shows what is seen", async () => {
  const page = await web.open("#edge=us~russia~3&tab=list&zone=utc&as-of=2022-01-10");
  await idle(page);
  await page.getByRole("button", { name: "Share and embed" }).click();
  const html = await page.locator(".dm-share-frame").inputValue();
  const article = await web.openArticle(html);
  await article.waitForFunction(() => /** @type {any} */ (window).heard.length > 0);
  const seen = await state(article.frames()[1]);
  assert.equal(seen.edge, "us~russia~3");
  assert.equal(seen.zone, "utc");
  assert.equal(seen["as-of"], "2022-01-10");
});

test("an address with a state restores it, and the state goes into the address", async () => {
  const page = await web.open("#view=split&focus=brussels-nrc-2022&axis=linear&as-of=2022-01-12&nonsense=1");
  const seen = await inspect(page);
  assert.equal(seen.selection, "brussels-nrc-2022");
  assert.equal(seen.axis.kind, "linear");
  assert.equal(seen.asOf, "2022-01-12");
  await page.evaluate(() => /** @type {any} */ (document.querySelector("demarche-timeline")).select("geneva-2022"));
  await page.waitForFunction(() => location.hash.includes("focus=geneva-2022"));
  await page.evaluate(() => { location.hash = "#focus=vienna-osce-2022"; });
  await page.waitForFunction(() =>
    /** @type {any} */ (document.querySelector("demarche-timeline")).state.focus === "vienna-osce-2022");
  const now = await state(page);
  assert.equal(now.axis, "adaptive", "what the address does not name is as on a fresh page");
  assert.equal(now["as-of"], "2022-01-09");
});

test("hostile values in the address change nothing", async () => {
  const quiet = await state(await web.open(""));
  const page = await web.open("#focus=%3Cimg%20src=x%20onerror=alert(1)%3E&axis=constructor&as-of=9999999-99&range=x/y&step=-1&view=%00");
  assert.deepEqual(await state(page), quiet);
  assert.deepEqual(page.errors, []);
});

test("a link to what is not there is told of, until the reader goes on", async () => {
  const page = await web.open("#focus=nonsense&lens=topic:nothing");
  await idle(page);
  const told = page.locator(".dm-missing");
  const words = "“nonsense” and “topic:nothing” cannot be found here: the overview is shown instead.";
  assert.equal(await told.innerText(), words);
  assert.equal(await page.locator(".dm-live").innerText(), words);
  const geneva = itemOf(await inspect(page), "geneva-2022");
  await clickCanvas(page, geneva.x + 6, geneva.y + geneva.h / 2);
  await told.waitFor({ state: "hidden" });
  await page.evaluate(() => { location.hash = "#focus=nonsense"; });
  await told.waitFor();
  assert.match(await told.innerText(), /^“nonsense” cannot be found here: what was shown stays\.$/);
});

test("nothing is told of a link that is right, and no sentence of a stranger", async () => {
  const page = await web.open("#focus=geneva-2022&edge=us~russia~3&lens=pair:russia,us&story=&as-of=2022-01-12");
  await idle(page);
  assert.equal(await page.locator(".dm-missing").isVisible(), false);
  await page.evaluate(() => { /** @type {any} */ (document.querySelector("demarche-timeline")).state = { focus: undefined, lens: null }; });
  await idle(page);
  assert.equal(await page.locator(".dm-missing").isVisible(), false);
  await page.evaluate(() => { location.hash = "#focus=Call%20me%20now"; });
  await page.locator(".dm-missing").waitFor();
  assert.match(await page.locator(".dm-missing").innerText(), /^What the link names cannot be found/);
});

test("an attribute that names what is not there is told of as well", async () => {
  const page = await web.open("embed.html?src=dossiers/ukraine-talks-2022.json&story=nonsense", { viewport: { width: 720, height: 460 } });
  await idle(page);
  assert.match(await page.locator(".dm-missing").innerText(), /^“nonsense” cannot be found here: no story is opened\./);
});

test("what was reported later appears only when the as-of date is moved past it", async () => {
  const page = await web.open("");
  const before = await inspect(page);
  await page.evaluate(() => { /** @type {any} */ (document.querySelector("demarche-timeline")).state = { "as-of": "2022-03-02" }; });
  const after = await inspect(page);
  const ids = (/** @type {any} */ seen) => new Set(seen.items.flatMap((/** @type {any} */ item) => item.id));
  const added = [...ids(after)].filter((id) => !ids(before).has(id));
  assert.ok(added.length > 0, "events after 9 January");
  assert.equal(after.asOf, "2022-03-02");
});

test("a story is stepped through", async () => {
  const page = await web.open("");
  await idle(page);
  await page.getByRole("button", { name: "Story" }).click();
  await page.locator(".dm-story").getByText(/Step 1 of 9/i).first().waitFor();
  await page.locator("canvas").focus();
  await page.keyboard.press("PageDown");
  await page.locator(".dm-story").getByText(/Step 2 of 9/i).first().waitFor();
  assert.equal(String((await state(page)).step), "2");
  await page.keyboard.press("r");
  await page.locator(".dm-story details[open] .dm-answer").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".dm-story").waitFor({ state: "hidden" });
});

test("where nothing matches, the canvas says why, and one button brings everything back", async () => {
  const page = await web.open("#q=nosuchword");
  await idle(page);
  const panel = page.locator(".dm-nothing");
  await panel.getByRole("heading", { name: "No events match “nosuchword”" }).waitFor();
  await panel.getByText(/^\d+ events hidden by filters$/).waitFor();
  assert.match(await page.locator(".dm-live").innerText(), /No events match “nosuchword”\. \d+ events hidden/);
  await page.locator("canvas").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await panel.waitFor({ state: "hidden" });
  assert.equal((await state(page)).q ?? "", "");
  await page.waitForFunction(() => document.querySelector("demarche-timeline")?.shadowRoot?.activeElement?.matches("canvas"));
  assert.ok((await inspect(page)).items.length > 20);
});

test("before the first event the canvas says that nothing is recorded, and actors stand without lines", async () => {
  const page = await web.open("#as-of=1990-05-26&view=timeline");
  await idle(page);
  await page.locator(".dm-nothing").getByText("Nothing recorded up to 26 May 1990").waitFor();
  assert.equal(await page.locator(".dm-nothing button").count(), 0);
  await page.evaluate(() => { /** @type {any} */ (document.querySelector("demarche-timeline")).state = { view: "graph" }; });
  const { graph } = await inspect(page);
  assert.equal(graph.edges.length, 0);
  assert.ok(graph.nodes.length > 0);
});
