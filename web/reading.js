// How the text of a dossier gets into an engine. A large one would block the page for seconds while it is
// read and indexed, so a worker does that in an instance of its own, whose memory is then copied into the
// page's.

import { Engine, bytesOf, engineCode } from "./engine.js";

/** @import {Finding} from "./types.js" */

/** Read on the page itself up to this size; about 50 ms on a slow phone. */
const readHereBytes = 500_000;

/**
 * The engine with the dossier open, or what is wrong with the dossier.
 * @param {string} name of the file
 * @param {Uint8Array<ArrayBuffer>[]} json in the parts that it came in: joining them would block the page
 * @param {string} state to begin with, a permalink
 * @param {(share: number) => void} onRead told how much of it has been read
 * @returns {Promise<Engine | Finding[]>}
 */
export async function openDossier(name, json, state, onRead) {
  const code = await engineCode(() => {});
  const reader = bytesOf(json) > readHereBytes ? await startReader() : undefined;
  if (!reader) {
    const engine = await Engine.create(code, onRead);
    return open(engine, name, json, state) ?? engine;
  }
  try {
    return await readIn(reader, { code, name, json, state }, onRead);
  } finally {
    reader.terminate();
  }
}

/** A worker that runs this module, or nothing where the page may not have one (its policy, its age).
 * @returns {Promise<Worker | undefined>} */
async function startReader() {
  const here = new URL(import.meta.url);
  // Of another origin than the page's a browser starts none, but one of the page's own may import it.
  const begin = here.origin === location.origin ? here.href
    : URL.createObjectURL(new Blob([`import ${JSON.stringify(here.href)};`], { type: "text/javascript" }));
  try {
    const worker = new Worker(begin, { type: "module" });
    const started = await new Promise((done) => {
      worker.onmessage = () => done(true);
      worker.onerror = () => done(false);
    });
    if (started) return worker;
    worker.terminate();
  } catch { /* the page reads it then */ } finally {
    if (begin !== here.href) URL.revokeObjectURL(begin);
  }
  return undefined;
}

/** @param {Worker} reader
 * @param {{code: WebAssembly.Module, name: string, json: Uint8Array<ArrayBuffer>[], state: string}} task
 * @param {(share: number) => void} onRead @returns {Promise<Engine | Finding[]>} */
async function readIn(reader, task, onRead) {
  const { findings, memory } = await new Promise((done, fail) => {
    reader.onmessage = ({ data }) => { if ("share" in data) onRead(data.share); else done(data); };
    reader.onerror = ({ message }) => fail(new Error(message));
    reader.postMessage(task, task.json.map(({ buffer }) => buffer));
  });
  if (findings) return findings;
  const engine = await Engine.create(task.code);
  await engine.restore(memory);
  return engine;
}

/** @param {Engine} engine @param {string} name @param {Uint8Array[]} json @param {string} state
 * @returns {Finding[] | undefined} */
function open(engine, name, json, state) {
  const findings = engine.load(name, json);
  if (findings) return findings;
  engine.apply(state);
  void engine.scripts;  // looks through every title, which the engine does once
}

// ---- In the worker ----

/** @param {MessageEvent} message */
async function read({ data: { code, name, json, state } }) {
  const engine = await Engine.create(code, (share) => postMessage({ share }));
  const findings = open(engine, name, json, state);
  if (findings) return postMessage({ findings });
  engine.prepare();
  const memory = engine.snapshot();
  postMessage({ memory }, { transfer: [memory] });
}

if (typeof document === "undefined") {
  addEventListener("message", read);
  postMessage("ready");
}
