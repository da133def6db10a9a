// What panning the actor graph costs in Chromium, on graphs with three edges a node: CPU of the main thread a frame
// (peers/frames.mjs), while a hand drags, near the whole and zoomed in. Each move waits for the frame of the one before,
// as on a screen that keeps up: where the GPU is software, several would share one. A table in Markdown; nothing is
// asserted. `./dev bench graph [NODES…]` runs it, on dist/ as built.

import { writeFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium, serveDist } from "../browser/chromium.mjs";
import { frameCosts, traceCategories } from "./peers/frames.mjs";
import { makeGraph } from "./peers/layouts/graph.mjs";

const folder = fileURLToPath(new URL("../../build/bench/graph/", import.meta.url));
const kTypes = ["AGREE", "CONSULT", "AID", "REQUEST", "ACCUSE", "THREATEN", "SANCTION", "COERCE"];
const kMoves = 60, kTurn = 40;

/** @param {number} nodes */
function dossierOf(nodes) {
  const { links } = makeGraph(nodes, 1);
  return {
    format: "demarche/1", id: `graph-${nodes}`, title: `${nodes} actors`, lang: "en",
    sources: [{ id: "s", title: "Made up", publisher: "Demarche", kind: "reference" }],
    actors: Array.from({ length: nodes }, (_, i) => ({ id: `a${i}`, name: `Actor ${i}`, kind: i % 4 ? "state" : "organisation", code: `${i}` })),
    moves: links.map(([from, to], i) => ({ id: `m${i}`, by: [`a${from}`], to: [`a${to}`], type: kTypes[i % kTypes.length],
      date: `${1990 + (i % 30)}`, summary: "A move", confidence: "confirmed", sources: [{ id: "s" }] })),
  };
}

/** A drag to the right and half of the way back. @param {number} x @param {number} y */
function drag(x, y) {
  const event = (/** @type {"mousePressed" | "mouseMoved" | "mouseReleased"} */ type, /** @type {number} */ at, buttons = 1) =>
    ({ type, x: at, y, button: /** @type {const} */ ("left"), buttons, clickCount: 1 });
  const way = (/** @type {number} */ i) => x + 5 * Math.min(i, 2 * kTurn - i);
  return [event("mousePressed", x), ...Array.from({ length: kMoves }, (_, i) => event("mouseMoved", way(i + 1))),
    event("mouseReleased", way(kMoves), 0)];
}

const quantile = (/** @type {number[]} */ sorted, /** @type {number} */ q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

/** The place on the graph that is farthest from all nodes. @param {import("playwright-core").Page} page */
async function emptyPlace(page) {
  const box = /** @type {{x: number, y: number}} */ (await page.locator("demarche-timeline canvas").first().boundingBox());
  const { graph, viewport } = await page.evaluate(() => /** @type {any} */ (document.querySelector("demarche-timeline")).inspect());
  let best = { x: 0, y: 0, away: -1 };
  for (let x = 60; x < viewport.w - 300; x += 20) {
    for (let y = 60; y < viewport.h - 100; y += 20) {
      const away = Math.min(...graph.nodes.map((/** @type {any} */ node) => Math.hypot(node.x - x, node.y - y)));
      if (away > best.away) best = { x, y, away };
    }
  }
  return { x: box.x + best.x, y: box.y + best.y };
}

/** @param {import("playwright-core").Page} page @returns {Promise<number[]>} */
async function costsOfPan(page) {
  const { x, y } = await emptyPlace(page);
  const cdp = await page.context().newCDPSession(page);
  /** @type {import("./peers/frames.mjs").TraceEvent[]} */
  const trace = [];
  cdp.on("Tracing.dataCollected", ({ value }) => { for (const event of value) trace.push(/** @type {any} */ (event)); });
  await cdp.send("Tracing.start", { transferMode: "ReportEvents",
    traceConfig: { includedCategories: traceCategories, excludedCategories: ["*"] } });
  for (const input of drag(x, y)) {
    await cdp.send("Input.dispatchMouseEvent", input);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("demarche-timeline")).whenIdle());
  }
  const complete = new Promise((done) => cdp.once("Tracing.tracingComplete", done));
  await cdp.send("Tracing.end");
  await complete;
  const costs = frameCosts(trace);
  if (process.env.DEMARCHE_COSTS) console.error(costs.map((ms) => ms.toFixed(1)).join(" "));
  return costs.sort((a, b) => a - b);
}

export async function panGraphs(sizes = [100, 1000, 10000]) {
  await mkdir(folder, { recursive: true });
  const server = await serveDist();
  const browser = await launchChromium();
  console.log("| actors | edges | zoom | frames | CPU a frame, ms: median | 95 % | most |\n|--:|--:|--:|--:|--:|--:|--:|");
  try {
    for (const nodes of sizes) {
      const dossier = dossierOf(nodes);
      const file = join(folder, `${nodes}.json`);
      await writeFile(file, JSON.stringify(dossier));
      for (const zoom of [1.5, 4, 16]) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
        await page.route("**/graph.json", (route) => route.fulfill({ path: file }));
        await page.goto(`${server.url}embed.html?src=graph.json&controls=compact&view=graph`);
        await page.waitForFunction(() => document.querySelector("demarche-timeline")?.getAttribute("data-phase") === "ready", null, { timeout: 60_000 });
        await page.evaluate((zoom) => {
          const element = /** @type {any} */ (document.querySelector("demarche-timeline"));
          element.state = { camera: `0.5,0.5,${zoom}` };
          return element.whenIdle();
        }, zoom);
        const before = await page.evaluate(() => /** @type {any} */ (document.querySelector("demarche-timeline")).state.camera);
        const costs = await costsOfPan(page);
        const after = await page.evaluate(() => /** @type {any} */ (document.querySelector("demarche-timeline")).state.camera);
        if (process.env.DEMARCHE_PICTURES) await page.screenshot({ path: join(process.env.DEMARCHE_PICTURES, `pan-${nodes}-${zoom}.png`) });
        const cells = [0.5, 0.95, 1].map((q) => quantile(costs, q).toFixed(1));
        console.log(`| ${nodes.toLocaleString("en")} | ${dossier.moves.length.toLocaleString("en")} | ${zoom} | ${costs.length} | ${cells.join(" | ")} |${before === after ? " did not move" : ""}`);
        await page.close();
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  await panGraphs(sizes.length > 0 ? sizes : undefined);
}
