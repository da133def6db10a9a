// Dossiers that are too large to be read between two frames: a worker reads them, or the page itself where
// it may have none; either way they open, and what is wrong with them is said.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serveDist } from "./chromium.mjs";
import { inspect, start } from "./timeline.mjs";

const demarche = process.env.DEMARCHE_CLI ?? fileURLToPath(new URL("../../build/dev/src/cli/demarche", import.meta.url));
const json = execFileSync(demarche, ["generate", "--events", "4000", "--actors", "20", "--seed", "5"],
  { encoding: "utf8", maxBuffer: 1 << 26 });

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** @param {string} app */
const pageOf = (app) => `<!doctype html><style>demarche-timeline { height: 780px }</style>
  <script type="module" src="${app}"></script>
  <demarche-timeline src="large.json"><p>The list</p></demarche-timeline>`;

/** @param {string} dossier @param {() => void} [prepare] runs in the page before anything else */
async function openLarge(dossier, prepare) {
  const page = await web.open("icon.svg");
  const workers = /** @type {string[]} */ ([]);
  page.on("worker", (worker) => workers.push(worker.url()));
  if (prepare) await page.addInitScript(prepare);
  await page.route("**/large.json", (route) => route.fulfill({ contentType: "application/json", body: dossier }));
  await page.route("**/large.html", (route) => route.fulfill({
    contentType: "text/html", body: pageOf("demarche.js"),
  }));
  await page.goto(new URL("large.html", web.server.url).href);
  return { page, workers };
}

/** Events on the canvas, those in clusters included. @param {any} seen of inspect() */
const eventsIn = (seen) => seen.items.reduce((/** @type {number} */ sum, /** @type {any} */ item) => sum + (item.count ?? 1), 0);

test("a worker reads a large dossier, and its memory becomes the page's", async () => {
  const { page, workers } = await openLarge(json);
  const here = await openLarge(json, () => { Reflect.deleteProperty(window, "Worker"); });
  const seen = await inspect(page), seenHere = await inspect(here.page);
  assert.equal(workers.length, 1);
  assert.equal(here.workers.length, 0);
  assert.ok(eventsIn(seen) > 100, `${eventsIn(seen)} events`);
  assert.deepEqual(seen.items, seenHere.items);
});

test("a worker reads it where the program comes from another origin than the page, as in a newsroom's article", async () => {
  const app = web.server.url;
  const newsroom = await serveDist({ csp: null, files: { "/large.json": json, "/article.html": pageOf(`${app}demarche.js`) } });
  try {
    const page = await web.open("icon.svg");
    const workers = /** @type {string[]} */ ([]);
    page.on("worker", (worker) => workers.push(worker.url()));
    await page.goto(`${newsroom.url}article.html`);
    assert.ok(eventsIn(await inspect(page)) > 100);
    assert.equal(workers.length, 1);
    assert.deepEqual(newsroom.requests.filter((path) => !/article|large|favicon/.test(path)), []);
  } finally {
    await newsroom.close();
  }
});

test("a large dossier comes in parts, each in a frame of its own", async () => {
  const { page } = await openLarge(json, () => {
    const seen = Object.assign(window, { seen: /** @type {any[]} */ ([]) }).seen;
    requestAnimationFrame(function look() {
      const { frames, items, graph } = /** @type {any} */ (document.querySelector("demarche-timeline"))?.inspect?.() ?? {};
      if (frames) seen.push({ frames, items: items.length, nodes: graph.nodes.length, settled: graph.settled });
      requestAnimationFrame(look);
    });
  });
  const { frames, graph } = await inspect(page);
  assert.ok(frames > 2 && graph.settled && graph.lines.length > 0, "ready means complete");
  const seen = /** @type {any[]} */ (await page.evaluate("seen"));
  const [timeline] = seen.filter((one) => one.frames === 2);
  assert.ok(timeline.items > 0, "the timeline is there before the graph");
  assert.deepEqual([timeline.nodes, timeline.settled], [0, false]);
});

test("a policy that allows no worker leaves the reading to the page", async () => {
  const { page } = await openLarge(json, () => {
    window.Worker = /** @type {any} */ (class { constructor() { throw new DOMException("refused", "SecurityError"); } });
  });
  assert.ok(eventsIn(await inspect(page)) > 100);
});

test("what is wrong with a large dossier is said with its line", async () => {
  const lines = json.split("\n");
  const at = lines.findIndex((line) => line.includes('"date":"'));
  lines[at] = lines[at].replace(/"date":"[^"]*"/, '"date":"2014-13-01"');
  const { page, workers } = await openLarge(lines.join("\n"));
  const error = page.locator(".dm-error");
  await error.getByText("This dossier cannot be opened").waitFor();
  assert.match(await error.innerText(), new RegExp(`\\b${at + 1}\\b`));
  assert.equal(workers.length, 1);
});
