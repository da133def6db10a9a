// Long work in parts, so that input comes in between.

/** Lets the browser take input and draw before what follows. @returns {Promise<void>} */
export const nextTask = () => new Promise((done) => setTimeout(done));

// A frame's time has room for it.
const partMs = 8;

/** Runs what pauses with every `yield`: at once what takes no longer than a part, else a part a task.
 * @template T @param {Generator<void, T>} work @returns {T | Promise<T>} */
export function inParts(work) {
  const first = runPart(work);
  return first.done ? first.value : theRest(work);
}

/** @template T @param {Generator<void, T>} work @returns {Promise<T>} */
async function theRest(work) {
  for (;;) {
    await nextTask();
    const part = runPart(work);
    if (part.done) return part.value;
  }
}

/** @template T @param {Generator<void, T>} work */
function runPart(work) {
  const endMs = performance.now() + partMs;
  for (;;) {
    const step = work.next();
    if (step.done || performance.now() >= endMs) return step;
  }
}
