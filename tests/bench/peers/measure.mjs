// One run of one tool in a Chromium of its own: load, gesture, rest, memory.
//
// CPU is that of the page's main thread by Chromium's own counter (Performance.getMetrics, TaskDuration on thread
// ticks): what the reader's input waits for, and hardly dependent on who else uses the machine. What other threads
// and processes do (workers, raster, WebGL, here in software) is in "whole", the CPU of all of the browser's processes.
// A part is over when the tool says so and the main thread has then been quiet for a moment; work that a tool puts off
// is counted all the same.

import { chromium } from "playwright-core";
import { launchOptions } from "../../browser/chromium.mjs";
import { frameCosts, traceCategories } from "./frames.mjs";
import { gestureOf, play } from "./gesture.mjs";

const quiet_ms = 250;
const quietCpu_ms = 5; // in quiet_ms: what the counting itself and a blinking cursor cost
const idle_ms = 5000;

/** Rejects when the promise takes longer. @template T @param {Promise<T>} promise @param {number} limit_ms
 * @param {string} what @returns {Promise<T>} */
function within(promise, limit_ms, what) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${Math.round(limit_ms / 1000)} s`)), limit_ms);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late])).finally(() => clearTimeout(timer));
}

const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** In the page before its scripts: where it says that it is drawn, and what WebAssembly memories there are. */
function prepareWindow() {
  /** @type {any} */
  const bench = {};
  bench.ready = new Promise((done) => { bench.drawn = (/** @type {any} */ tool) => { bench.tool = tool; done(undefined); }; });
  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  bench.wasmBytes = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  const note = (/** @type {any} */ result) => {
    for (const value of Object.values((result.instance ?? result).exports)) {
      if (value instanceof WebAssembly.Memory) memories.add(value);
    }
    return result;
  };
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {any} */ (WebAssembly[name]);
    WebAssembly[name] = (/** @type {any[]} */ ...given) => original.apply(WebAssembly, given).then(note);
  }
  /** @type {any} */ (window).bench = bench;
}

/** The counters of a page and its browser.
 * @param {import("playwright-core").Browser} browser @param {import("playwright-core").Page} page */
async function countersOf(browser, page) {
  const cdp = await page.context().newCDPSession(page);
  const ofBrowser = await browser.newBrowserCDPSession();
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const cpu = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  };
  const processes = async () => {
    const { processInfo } = await ofBrowser.send("SystemInfo.getProcessInfo");
    return new Map(processInfo.map(({ id, cpuTime }) => [id, 1000 * cpuTime]));
  };
  /** CPU of all processes since `before`, those that began since included. @param {Map<number, number>} before */
  const wholeSince = async (before) => {
    let sum = 0;
    for (const [id, ms] of await processes()) sum += ms - (before.get(id) ?? 0);
    return sum;
  };
  // Where drawing waits for the graphics process, no CPU alone does not mean that nothing is due.
  const twoFrames = () => page.evaluate(() =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))));
  /** The counter when the main thread came to rest. */
  const settled = async () => {
    for (let before = await cpu(); ;) {
      await Promise.all([wait(quiet_ms), twoFrames()]);
      const now = await cpu();
      if (now - before < quietCpu_ms) return before;
      before = now;
    }
  };
  return { cdp, ofBrowser, cpu, processes, wholeSince, settled };
}

/** @typedef {Awaited<ReturnType<typeof countersOf>>} Counters */

/** Bytes over the wire as they come, the events' apart. @param {import("playwright-core").Page} page */
function countWire(page) {
  const kb = { code: 0, data: 0 };
  const sizes = /** @type {Promise<void>[]} */ ([]);
  page.on("requestfinished", (request) => sizes.push(request.sizes().then(({ responseBodySize }) => {
    kb[new URL(request.url()).pathname.startsWith("/data/") ? "data" : "code"] += responseBodySize / 1000;
  }, () => {})));
  return async () => { await Promise.all(sizes); return kb; };
}

/** @param {import("playwright-core").Page} page @param {Counters} counters @param {string} url */
async function firstView(page, counters, url) {
  const wire = countWire(page);
  const [cpu, processes, clock] = [await counters.cpu(), await counters.processes(), performance.now()];
  await page.goto(url, { waitUntil: "commit", timeout: 0 });
  await page.evaluate(() => /** @type {any} */ (window).bench.ready);
  const firstWall = performance.now() - clock;
  const firstCpu = await counters.settled() - cpu;
  const firstWhole = await counters.wholeSince(processes);
  const { code, data } = await wire();
  return { firstCpu, firstWhole, firstWall, codeKb: code, dataKb: data };
}

/** @param {import("playwright-core").Page} page @param {Counters} counters */
async function gesture(page, counters) {
  const { cdp } = counters;
  const range = () => page.evaluate(() => JSON.stringify(/** @type {any} */ (window).bench.tool.range()));
  const hands = await page.evaluate(() => /** @type {any} */ (window).bench.tool.hands());
  if (hands.first) await page.mouse.click(hands.first.x, hands.first.y);
  const shown = await range();
  await counters.settled();

  /** @type {import("./frames.mjs").TraceEvent[]} */
  const trace = [];
  const collect = (/** @type {any} */ { value }) => { for (const event of value) trace.push(event); };
  cdp.on("Tracing.dataCollected", collect);
  await cdp.send("Tracing.start", { transferMode: "ReportEvents",
    traceConfig: { includedCategories: traceCategories, excludedCategories: ["*"] } });
  const [cpu, processes] = [await counters.cpu(), await counters.processes()];
  await play(cdp, gestureOf(hands.zoom, hands.pan));
  const gestureCpu = await counters.settled() - cpu;
  const gestureWhole = await counters.wholeSince(processes);
  const complete = new Promise((done) => cdp.once("Tracing.tracingComplete", done));
  await cdp.send("Tracing.end");
  await complete;
  return { gestureCpu, gestureWhole, frames: frameCosts(trace), moved: await range() !== shown };
}

/** @param {Counters} counters */
async function rest(counters) {
  const cpu = await counters.cpu();
  await wait(idle_ms);
  return { idleCpu: await counters.cpu() - cpu };
}

/** What the tool holds after a collection: the heaps of script and of the page's objects, array buffers, WebAssembly.
 * @param {import("playwright-core").Page} page @param {Counters} counters */
async function memory(page, { cdp }) {
  await cdp.send("HeapProfiler.collectGarbage");
  const heap = /** @type {any} */ (await cdp.send("Runtime.getHeapUsage"));
  const wasm = await page.evaluate(() => /** @type {any} */ (window).bench.wasmBytes());
  const bytes = heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0) + wasm;
  return { memoryMb: bytes / 1e6 };
}

/**
 * @param {string} origin of the site @param {string} path of the tool's page
 * @param {number} limit_ms for the first view, and again for all that follows
 * @param {string} [pictures] where to put pictures, as the beginning of their names
 * @returns {Promise<import("./table.mjs").Run>} rejects with the reason why there is none
 */
export async function measure(origin, path, limit_ms, pictures) {
  const server = await chromium.launchServer(launchOptions());
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });
    const broken = new Promise((_, reject) => {
      page.on("crash", () => reject(new Error("the page crashed, as it does when it is out of memory")));
      page.on("pageerror", (error) => reject(new Error(`script error: ${error.message.split("\n")[0]}`)));
    });
    broken.catch(() => {}); // it may come when nobody waits any more
    const or = (/** @type {Promise<any>} */ part) => Promise.race([part, broken]);
    // A picture that cannot be had is no failure of the tool's.
    const picture = async (/** @type {string} */ when) => {
      if (pictures) await page.screenshot({ path: `${pictures}-${when}.png` }).catch(() => {});
    };
    await page.addInitScript(prepareWindow);
    await page.goto(`${origin}blank.html`);
    const counters = await countersOf(browser, page);
    await counters.settled();
    const first = await within(or(firstView(page, counters, origin + path)), limit_ms, "the first view");
    await picture("first");
    const moving = await within(or(gesture(page, counters)), limit_ms, "the gesture of 3 s");
    await picture("moved");
    const after = await within(or(rest(counters)), idle_ms + limit_ms, "five idle seconds");
    return { ...first, ...moving, ...after, ...await within(or(memory(page, counters)), limit_ms, "counting the memory") };
  } finally {
    await server.kill(); // a page that hangs is not asked
  }
}
