// The numbers that ./dev test ends with; printed, never asserted (these machines are shared and noisy).
// Wire: brotli at quality 11 of every file a first visit fetches. CPU: Chromium's own counter of its main
// thread (Performance.getMetrics, TaskDuration), software WebGL; median of five runs with their range.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { serveDist } from "../browser/chromium.mjs";
import { idle, start } from "../browser/timeline.mjs";

const runs = 5;
const kb = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1).padStart(7);
const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (/** @type {number[]} */ values) =>
  `${median(values).toFixed(1)} ms (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;

const web = await start();

/** @param {import("playwright-core").Page} page */
async function cpuCounter(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  };
}

async function wire() {
  const page = await web.open("icon.svg");
  /** @type {Map<string, number>} */
  const files = new Map();
  const sizes = /** @type {Promise<void>[]} */ ([]);
  page.on("response", (response) => sizes.push(response.body().then((body) => {
    const packed = /\.(woff2|png)$/.test(response.url()) ? body.length
      : zlib.brotliCompressSync(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    files.set(new URL(response.url()).pathname, packed);
  }, () => {})));
  await page.goto(web.server.url);
  await idle(page);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await Promise.all(sizes);
  const rows = [...files].sort((a, b) => b[1] - a[1]);
  console.log("Bytes over the wire to the first complete view, brotli, kB:");
  for (const [name, bytes] of rows) console.log(`  ${kb(bytes)}  ${name}`);
  console.log(`  ${kb(rows.reduce((sum, [, bytes]) => sum + bytes, 0))}  all together (aim: 400)`);
}

async function firstView() {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const page = await web.open("icon.svg");
    const cpu = await cpuCounter(page);
    const before = await cpu();
    await page.goto(web.server.url);
    await idle(page);
    times.push(await cpu() - before);
    await page.context().close();
  }
  console.log(`CPU of the main thread from navigation to the first complete view: ${spread(times)}`);
}

async function idleAndRedraw() {
  const page = await web.open("");
  await idle(page);
  const frames = () => page.evaluate(() => /** @type {any} */ (document.querySelector("demarche-timeline")).inspect().frames);
  const before = await frames();
  await page.waitForTimeout(5000);
  console.log(`Frames drawn in five idle seconds: ${await frames() - before} (aim: 0)`);
  const cpu = await cpuCounter(page);
  const times = [];
  for (let run = 0; run < runs; run++) {
    const count = 20;
    const [start, first] = [await cpu(), await frames()];
    for (let i = 0; i < count; i++) {
      // Another as-of date: every layout, the whole canvas and the pane.
      await page.evaluate(async (day) => {
        const element = /** @type {any} */ (document.querySelector("demarche-timeline"));
        element.state = { "as-of": day };
        await new Promise(requestAnimationFrame);
        await element.whenIdle();
      }, i % 2 ? "2022-01-09" : "2022-01-13");
    }
    times.push((await cpu() - start) / Math.max(1, await frames() - first));
  }
  console.log(`CPU of the main thread for one full redraw: ${spread(times)}`);
}

/** CPU of each task of the page's main thread while `act` runs, ms. @param {import("playwright-core").Page} page
 * @param {() => Promise<unknown>} act */
async function tasksDuring(page, act) {
  const cdp = await page.context().newCDPSession(page);
  const trace = /** @type {any[]} */ ([]);
  cdp.on("Tracing.dataCollected", ({ value }) => { trace.push(...value); });
  await cdp.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline"], excludedCategories: ["*"] },
  });
  await act();
  const complete = new Promise((done) => { cdp.once("Tracing.tracingComplete", done); });
  await cdp.send("Tracing.end");
  await complete;
  const mains = trace.filter((event) => event.name === "thread_name" && event.args?.name === "CrRendererMain")
    .map(({ pid, tid }) => `${pid} ${tid}`);
  return trace.filter(({ name, pid, tid }) => name === "RunTask" && mains.includes(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
}

async function millionEvents() {
  const demarche = process.env.DEMARCHE_CLI ?? fileURLToPath(new URL("../../build/dev/src/cli/demarche", import.meta.url));
  const json = execFileSync(demarche, ["generate", "--events", "1000000", "--actors", "50", "--seed", "1"],
    { encoding: "utf8", maxBuffer: 1 << 28 });
  const server = await serveDist({
    files: {
      "/million.json": json,
      "/million.html": `<!doctype html><style>body { margin: 0 } demarche-timeline { display: block; height: 800px }</style>
        <script type="module" src="demarche.js"></script><demarche-timeline src="million.json"></demarche-timeline>`,
    },
    csp: null,
  });
  const page = await web.open("icon.svg");
  const tasks = await tasksDuring(page, async () => {
    await page.goto(new URL("million.html", server.url).href);
    await page.locator("demarche-timeline").evaluate((/** @type {any} */ element) => element.ready.then(() => element.whenIdle()));
  });
  const longest = tasks.sort((a, b) => b - a).slice(0, 5).map((ms) => ms.toFixed(0));
  console.log(`Longest tasks of the main thread while a million events load, ms of CPU: ${longest.join(", ")} (aim: under 100)`);
  await server.close();
}

try {
  await wire();
  await firstView();
  await idleAndRedraw();
  await millionEvents();
} finally {
  await web.stop();
}
