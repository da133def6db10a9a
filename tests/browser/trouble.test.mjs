// When something is missing: no script, no WebGL, no dossier, a broken one, one of a later format.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { inspect, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** Opens an empty page of the site with a timeline on `json`. @param {string | null} json null: 404
 * @param {import("playwright-core").BrowserContextOptions} [context] */
async function openDossier(json, context) {
  const page = await web.open("icon.svg", context);
  await page.route("**/test.json", (route) => json === null
    ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ contentType: "application/json", body: json }));
  await page.route("**/test.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><script type="module" src="demarche.js"></script>
      <script>addEventListener("demarche-error", (e) => { window.told = e.detail; });</script>
      <demarche-timeline src="test.json"><p>The list of the page itself</p></demarche-timeline>`,
  }));
  await page.goto(new URL("test.html", web.server.url).href);
  return page;
}

test("without JavaScript every event and its sources stand on the page", async () => {
  const page = await web.open("", { javaScriptEnabled: false });
  const text = await page.locator("body").innerText();
  for (const word of ["Geneva", "Brussels", "Vienna", "Founding Act", "Budapest", "Irish Times"]) {
    assert.ok(text.includes(word), word);
  }
  const links = await page.locator("a[href^='http']").count();
  assert.ok(links > 50, `${links} links to sources`);
});

test("without WebGL 2 the pane works and the canvas's place says why", async () => {
  const plain = await start({ webgl: "none" });
  try {
    const page = await plain.open("#focus=geneva-2022");
    await page.getByRole("heading", { name: "The drawing could not start" }).waitFor();
    await page.locator(".dm-pane").getByRole("heading", { level: 2, name: /Geneva/ }).waitFor();
    await page.getByRole("button", { name: "Read the list" }).click();
    await page.locator(".dm-pane a[href*='focus=vienna-osce-2022']").first().click();
    assert.equal((await state(page)).focus, "vienna-osce-2022");
  } finally {
    await plain.stop();
  }
});

const cases = [
  { name: "missing", json: null, title: /could not be loaded/, says: /404/ },
  { name: "not JSON", json: "{\"format\": ", title: /cannot be opened/, says: /E-JSON/ },
  { name: "broken", json: JSON.stringify({ format: "demarche/1", id: "x", title: "X", lang: "en",
    tracks: [{ id: "t", name: "T" }],
    events: [{ id: "e", title: "E", date: "2022-13-01", track: "t", status: "occurred", sources: [{ id: "S1" }] }],
    sources: [{ id: "S1", title: "S", publisher: "P", kind: "press" }] }), title: /cannot be opened/, says: /E-DATE/ },
  { name: "full of too great a number", json: '{"format": "demarche/1", "actors": [{"pin": {"x": 1e400}}]}',
    title: /cannot be opened/, says: /1e400.*E-NUMBER-RANGE/ },
  { name: "too new", json: JSON.stringify({ format: "demarche/2", id: "x", title: "X", lang: "en" }), title: /newer/, says: /E-FORMAT/ },
];
for (const { name, json, title, says } of cases) {
  test(`a dossier that is ${name} says what to do, and the page's own list stays`, async () => {
    const page = await openDossier(json);
    const panel = page.locator(".dm-error");
    await panel.waitFor();
    assert.match(await panel.getByRole("heading").innerText(), title);
    assert.match(await panel.innerText(), says);
    await page.getByText("The list of the page itself").waitFor();
    const told = await page.evaluate(() => /** @type {any} */ (window).told);
    assert.equal(typeof told.message, "string");
    await assert.rejects(page.evaluate(() => /** @type {any} */ (document.querySelector("demarche-timeline")).ready));
  });
}

test("a number is read the same however it is written", async () => {
  const places = [];
  for (const [x, y] of [["0.375", "0.625"], ["37.50e-2", "6.25E-1"], ["0.37499999999999999999999", "0.0625E+1"]]) {
    const page = await openDossier(`{"format": "demarche/1", "id": "x", "title": "X", "lang": "en", "actors": [
      {"id": "a", "name": "A", "kind": "state", "pin": {"x": ${x}, "y": ${y}}},
      {"id": "b", "name": "B", "kind": "state", "pin": {"x": 0, "y": 1}}]}`);
    await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => { element.state = { view: "graph" }; });
    const { graph } = await inspect(page);
    places.push(graph.nodes.map((/** @type {any} */ node) => [node.id, node.x, node.y]));
  }
  const [[, ax, ay], [, bx, by]] = places[0];
  assert.ok(ax > bx && ay < by, `${places[0]}`);
  assert.deepEqual(places[1], places[0]);
  assert.deepEqual(places[2], places[0]);
});

test("on a phone the list can be read where the dossier cannot be opened", async () => {
  const page = await openDossier("{", { viewport: { width: 390, height: 844 } });
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.getByText("The list of the page itself").waitFor();
  await page.waitForFunction(() => document.querySelector("demarche-timeline")?.getAttribute("data-sheet") === "full");
});
