// Statistics of few runs, and the table in Markdown.

/** @param {number[]} values @param {number} q 0 to 1; nearest rank */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}

/** Of an even number of values the mean of the middle two. @param {number[]} values */
export const median = (values) => (quantile(values, 0.5) - quantile(values.map((value) => -value), 0.5)) / 2;

/** Three digits, more before the point. @param {number} value */
export function digits(value) {
  const size = Math.abs(value);
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : size >= 0.005 ? value.toFixed(2) : "0";
}

/** "132 (120 to 150)": median and range. @param {number[]} values */
export function spread(values) {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return "–";
  const [low, middle, high] = [quantile(known, 0), median(known), quantile(known, 1)].map(digits);
  return low === high ? low : `${middle} (${low} to ${high})`;
}

/** What one run gave; CPU and times in ms. whole: of all of the browser's processes.
 * @typedef {{codeKb: number, dataKb: number, firstCpu: number, firstWhole: number, firstWall: number, gestureCpu: number,
 *   gestureWhole: number, frames: number[], idleCpu: number, memoryMb: number, moved: boolean}} Run
 * @typedef {{tool: string, runs: Run[], failure?: string}} Cell failure: why there are no further runs
 */

/** @type {[string, (run: Run) => number][]} */
const columns = [
  ["code, kB", (run) => run.codeKb],
  ["events, kB", (run) => run.dataKb],
  ["first view: CPU, s", (run) => run.firstCpu / 1000],
  ["all processes, s", (run) => run.firstWhole / 1000],
  ["clock, s", (run) => run.firstWall / 1000],
  ["gesture: CPU, ms", (run) => run.gestureCpu],
  ["all processes, ms", (run) => run.gestureWhole],
  ["frames", (run) => run.frames.length],
  ["frame median, ms", (run) => median(run.frames)],
  ["frame 95 %, ms", (run) => quantile(run.frames, 0.95)],
  ["idle 5 s: CPU, ms", (run) => run.idleCpu],
  ["memory, MB", (run) => run.memoryMb],
];

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(" | ")} |`;
/** What would end a cell or a line. @param {string} text */
const cellText = (text) => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

/** A table for one number of events. @param {Cell[]} cells */
export function tableOf(cells) {
  const lines = [row(["tool", ...columns.map(([name]) => name)]), row(["---", ...columns.map(() => "---:")])];
  const notes = [];
  for (const { tool, runs, failure } of cells) {
    const numbers = columns.map(([, value]) => runs.length > 0 ? spread(runs.map(value)) : "–");
    const marks = [];
    if (failure) {
      notes.push(`**${tool}: failed${runs.length > 0 ? ` after ${runs.length} good` : ""}**: ${cellText(failure)}.`);
      marks.push("**failed**");
    }
    if (runs.some(({ moved }) => !moved)) {
      notes.push(`${tool}: the gesture did not change what it shows.`);
      marks.push("*did not move*");
    }
    lines.push(row([[tool, ...marks].join(", "), ...numbers]));
  }
  return [...lines, ...(notes.length > 0 ? ["", ...notes.map((note) => `- ${note}`)] : [])].join("\n");
}
