// `./dev bench peers`: Demarche beside other timelines of the web, with the same events, the same gesture, in the same
// Chromium, one after the other. A table in Markdown for each number of events; nothing is asserted.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { launchOptions } from "../browser/chromium.mjs";
import { prepare } from "./peers/data.mjs";
import { measure } from "./peers/measure.mjs";
import { cli, dataFolder, startSite } from "./peers/site.mjs";
import { tableOf } from "./peers/table.mjs";
import { tools } from "./peers/tools.mjs";

const usage = `usage: ./dev bench peers [--only NAME]… [--n 30,1000] [--runs K] [--limit SECONDS] [--out FILE] [--pictures FOLDER]
  --only   a part of a tool's name (${tools.map(({ name }) => name).join("; ")})
  --n      numbers of events (30,1000,10000,100000,1000000)
  --runs   of each (3)
  --limit  seconds for the first view, and again for the gesture, before it counts as failed (120)
  --out    writes the tables there too
  --pictures  also a picture of each first view, and of what the gesture left`;

function options() {
  const { values } = parseArgs({ options: {
    only: { type: "string", multiple: true, default: [] },
    n: { type: "string", default: "30,1000,10000,100000,1000000" },
    runs: { type: "string", default: "3" },
    limit: { type: "string", default: "120" },
    out: { type: "string" },
    pictures: { type: "string" },
    help: { type: "boolean", default: false },
  } });
  const whole = (/** @type {string} */ text) => {
    if (!/^[1-9]\d*$/.test(text)) throw new Error(`not a number: ${text}`);
    return Number(text);
  };
  const wanted = tools.filter(({ name }) => values.only.length === 0
    || values.only.some((part) => name.toLowerCase().includes(part.toLowerCase())));
  if (wanted.length === 0) throw new Error(`no tool is called ${values.only.join(" or ")}`);
  return { wanted, counts: values.n.split(",").map(whole), runs: whole(values.runs), limit_ms: 1000 * whole(values.limit),
    out: values.out, pictures: values.pictures, help: values.help };
}

/** Standard output is for the tables. @param {string} text */
const tell = (text) => process.stderr.write(`${text}\n`);

async function versions() {
  const { dependencies } = JSON.parse(await readFile(new URL("peers/package.json", import.meta.url), "utf8"));
  return Object.entries(dependencies).filter(([name]) => name !== "lodash").map(([name, version]) => `${name} ${version}`);
}

/** @param {{wanted: typeof tools, runs: number, limit_ms: number}} given */
async function heading({ wanted, runs, limit_ms }) {
  const server = await chromium.launchServer(launchOptions());
  const browser = await chromium.connect(server.wsEndpoint());
  const version = browser.version();
  await server.kill();
  const cpus = os.cpus();
  return `# Demarche and its peers

${cpus[0]?.model.trim()}, ${cpus.length} cores, ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, load ${os.loadavg()[0].toFixed(1)} \
at the start; Chromium ${version}, headless, 1280×800 at 1 px, WebGL in software; ${new Date().toISOString().slice(0, 10)}.
${(await versions()).join(", ")}. Median (range) of ${runs} run${runs === 1 ? "" : "s"}; failed: no view, or no end of \
the gesture, within ${limit_ms / 1000} s.

CPU is the main thread's. First view: from navigation until the tool says it is drawn and the thread rests; clock: until it
says so. Gesture: three seconds of zooming in, panning and zooming half out by mouse and wheel, until the thread rests. A
frame is what the main thread did from one frame that it gave to be drawn to the next. Bytes are brotli; all events have a
title, a date and a lane.

${wanted.map(({ name, note }) => `- ${name}: ${note}.`).join("\n")}
`;
}

/** @param {import("./peers/tools.mjs").Tool} tool @param {number} count */
const pathOf = (tool, count) => `${tool.page}.html?events=${dataPath(tool, count)}${tool.query ? `&${tool.query}` : ""}`;
/** @param {{form?: string}} tool @param {number} count */
const dataPath = ({ form }, count) => `data/${count}.${form ? `${form}.` : ""}json`;

async function main() {
  const given = options();
  if (given.help) return console.log(usage);
  const { wanted, counts, runs, limit_ms, out, pictures } = given;
  if (pictures) await mkdir(pictures, { recursive: true });
  let text = await heading(given);
  const print = async (/** @type {string} */ part) => {
    console.log(part);
    text += `\n${part}\n`;
    if (out) await writeFile(out, text);
  };
  console.log(text);

  const site = await startSite([...new Set(wanted.map(({ page }) => page))]);
  /** @type {Map<string, number>} the number of events at which a tool failed */
  const gaveUp = new Map();
  for (const count of counts) {
    const cells = wanted.map(({ name }) => /** @type {import("./peers/table.mjs").Cell} */ ({ tool: name, runs: [] }));
    const trying = wanted.filter(({ name }, i) => {
      const failedAt = gaveUp.get(name) ?? Infinity;
      if (failedAt < count) cells[i].failure = `not tried, as it failed with ${failedAt.toLocaleString("en")} events`;
      return failedAt >= count;
    });
    tell(`${count} events: making the files`);
    await prepare(dataFolder, cli, count, [...new Set(trying.flatMap(({ form }) => form ?? []))]);
    for (const tool of trying) await site.warm(dataPath(tool, count));
    // All tools once, then all again: what else the machine does meets all of them alike.
    for (let run = 1; run <= runs; run++) {
      for (const tool of trying) {
        const cell = cells[wanted.indexOf(tool)];
        if (cell.failure) continue;
        tell(`${count} events, run ${run}: ${tool.name}`);
        const picture = pictures && join(pictures, `${tool.name.replace(/\W+/g, "-")}-${count}`);
        try {
          cell.runs.push(await measure(site.url, pathOf(tool, count), limit_ms, picture));
        } catch (error) {
          cell.failure = /** @type {Error} */ (error).message;
          gaveUp.set(tool.name, count);
        }
      }
    }
    await print(`## ${count.toLocaleString("en")} events\n\n${tableOf(cells)}\n`);
  }
  await site.close();
}

try {
  await main();
} catch (error) {
  if (!/^ERR_PARSE_ARGS/.test(/** @type {any} */ (error).code ?? "") && !/** @type {Error} */ (error).message.startsWith("no")) throw error;
  console.error(`${/** @type {Error} */ (error).message}\n${usage}`);
  process.exitCode = 2;
}
