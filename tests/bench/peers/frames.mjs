// What each frame of the main thread cost, from a trace of Chromium's scheduler. A frame's cost is the CPU of all the
// main thread's work (input, timers, script, style, layout, commit) since the frame before: whoever draws in event
// handlers pays as who draws in requestAnimationFrame. Work of other threads and processes is not in it.

/** Event of a trace in Chromium's format; times in microseconds.
 * @typedef {{name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number,
 *   args?: any}} TraceEvent */

export const traceCategories = ["disabled-by-default-devtools.timeline"];

/** The renderer's main thread that was busiest. @param {TraceEvent[]} events */
function mainThreadOf(events) {
  const threads = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
    .map(({ pid, tid }) => {
      const own = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X");
      return { own, cpu: own.reduce((sum, { name, tdur = 0 }) => name === "RunTask" ? sum + tdur : sum, 0) };
    });
  return threads.sort((a, b) => b.cpu - a.cpu)[0]?.own ?? [];
}

/** Milliseconds of CPU of each frame that was committed, in order. @param {TraceEvent[]} events */
export function frameCosts(events) {
  const own = mainThreadOf(events).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const commits = own.filter(({ name }) => name === "Commit");
  const costs = [];
  let cost_us = 0, end = -Infinity, next = 0;
  for (const task of own.filter(({ name }) => name === "RunTask")) {
    if (task.ts < end) continue; // within the task before
    end = task.ts + (task.dur ?? 0);
    cost_us += task.tdur ?? 0;
    let committed = false;
    for (; next < commits.length && commits[next].ts < end; next++) committed = true;
    if (!committed) continue;
    costs.push(cost_us / 1000);
    cost_us = 0;
  }
  return costs;
}
