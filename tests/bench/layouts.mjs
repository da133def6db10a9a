// The graph's layout beside those of other tools for the web, on the same graphs, each run in a process of its own, one
// after the other: CPU time, and the stress and crossings of the picture, measured by the same code. A table in Markdown;
// nothing is asserted. `./dev bench layouts [NODES…]` runs it.

import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { tools } from "./peers/layouts/tools.mjs";
import { spread } from "./peers/table.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const build = join(root, "build/bench/layouts");
const kRuns = 3, kLimit_ms = 120_000;

async function compile() {
  await mkdir(build, { recursive: true });
  await run("emcc", ["-O2", "-DNDEBUG", "-std=c++20", "-fno-exceptions", "-fno-rtti", "-Isrc", "tests/bench/peers/layouts/demarche.cc",
    "src/core/graph/stress_layout.cc", "src/core/graph/stress_layout_begin.cc", "src/core/base/stable_sort.cc",
    "-sSTANDALONE_WASM=1", "-sALLOW_MEMORY_GROWTH=1", "-sEXPORTED_FUNCTIONS=_place,_malloc,_free", "--no-entry",
    "-o", join(build, "layout.wasm")],
  { cwd: root, env: { NODE_PATH: "/usr/share/nodejs", ...process.env } });
}

/** @param {number} nodes @param {number} tool */
async function rowOf(nodes, tool) {
  /** @type {{cpu_ms: number, stress: number, crossings: number}[]} */
  const runs = [];
  try {
    for (let seed = 1; seed <= kRuns; seed++) {
      const { stdout } = await run(process.execPath, [join(root, "tests/bench/peers/layouts/run.mjs"), `${tool}`, `${nodes}`, `${seed}`, build],
        { timeout: kLimit_ms, maxBuffer: 1 << 24 });
      runs.push(JSON.parse(stdout));
    }
  } catch (error) {
    const { killed, message } = /** @type {Error & {killed?: boolean}} */ (error);
    return `| ${tools[tool].name} | failed: ${killed ? `not done within ${kLimit_ms / 1000} s` : message.split("\n")[1]} | | |`;
  }
  const [cpu, stress, crossings] = [runs.map((r) => r.cpu_ms), runs.map((r) => r.stress), runs.map((r) => 100 * r.crossings)];
  return `| ${tools[tool].name} | ${spread(cpu)} | ${spread(stress)} | ${spread(crossings)} |`;
}

export async function compareLayouts(sizes = [100, 1000, 10000]) {
  await compile();
  for (const nodes of sizes) {
    console.log(`## Layout of ${nodes.toLocaleString("en")} nodes and three links each\n\n`
      + "| | CPU, ms | stress | crossing pairs of links, % |\n|---|--:|--:|--:|");
    for (const tool of tools.keys()) console.log(await rowOf(nodes, tool));
    console.log("");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  if (sizes.some((nodes) => !Number.isInteger(nodes) || nodes < 2)) {
    console.error("usage: ./dev bench layouts [NODES…], each a whole number from 2");
    process.exit(2);
  }
  await compareLayouts(sizes.length > 0 ? sizes : undefined);
}
