// The C++ core as a JavaScript object: one WebAssembly instance, strings in and out (src/wasm/exports.cc).

import createDemarche from "demarche:app.js";
import wasmPath from "demarche:app.wasm";
import { nextTask } from "./tasks.js";

/** @import {Finding} from "./types.js" */

const wasmUrl = new URL(wasmPath, import.meta.url).href;
/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** Bits of dm_frame (FrameResult in src/wasm/app.h). */
export const Frame = {
  again: 1, stateChanged: 2, paneChanged: 4, openPane: 8, search: 16, help: 32, leave: 64, tip: 128,
  stepped: 256, play: 512,
};

/** Parts of dm_html. */
export const Part = { pane: 0, evidence: 1, story: 2, announcement: 3, empty: 4, lanes: 5, changes: 6, changesTold: 7, asOf: 8, edgeTold: 9, graph: 10 };

/**
 * Dear ImGui's renderer asks for all the state that it is about to change, to put it back after each frame, and an
 * answer waits until the GPU has drawn the frame before. Nobody else draws here: what was so at first is so again after
 * each frame.
 * @param {WebGL2RenderingContext} context
 */
function rememberAnswers(context) {
  for (const name of /** @type {const} */ (["getParameter", "isEnabled"])) {
    const ask = /** @type {(what: number) => any} */ (context[name]).bind(context);
    const answers = new Map();
    context[name] = (/** @type {number} */ what) => {
      if (!answers.has(what)) answers.set(what, ask(what));
      return answers.get(what);
    };
  }
}

/**
 * A response whose bytes are counted as they arrive.
 * @param {Response} response
 * @param {(bytes: number) => void} onBytes called with the bytes so far
 */
function counted(response, onBytes) {
  if (!response.body) return response;
  let bytes = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      onBytes(bytes += chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const { status, headers } = response;
  return new Response(response.body.pipeThrough(counter), { status, headers });
}

/** The program, fetched and compiled once a page.
 * @param {(bytes: number) => void} onBytes @returns {Promise<WebAssembly.Module>} */
export function engineCode(onBytes) {
  compiled ??= compile(onBytes).catch((error) => { compiled = undefined; throw error; });
  return compiled;
}

/** @param {(bytes: number) => void} onBytes */
async function compile(onBytes) {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`${wasmUrl}: ${response.status} ${response.statusText}`);
  const bytes = counted(response, onBytes);
  // Some servers do not know application/wasm; compileStreaming insists on it.
  return response.headers.get("content-type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(bytes)
    : WebAssembly.compile(await bytes.arrayBuffer());
}

/** @param {Uint8Array[]} parts */
export const bytesOf = (parts) => parts.reduce((sum, { length }) => sum + length, 0);

const copiedAtOnce = 1 << 24;

export class Engine {
  #module;
  #decoder = new TextDecoder();
  #encoder = new TextEncoder();

  /** @param {any} module */
  constructor(module) { this.#module = module; }

  /** A new instance. @param {WebAssembly.Module} code
   * @param {(share: number) => void} [onRead] told how much of a dossier has been read */
  static async create(code, onRead = () => {}) {
    const module = await createDemarche({
      onRead,
      /** @param {WebAssembly.Imports} imports @param {Function} done */
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(code, imports).then((instance) => done(instance, code));
        return {};
      },
    });
    return new Engine(module);
  }

  /** @param {Uint8Array} bytes */
  #put(bytes) {
    const at = this.#module._dm_buffer(bytes.length);
    new Uint8Array(this.#module.HEAPU8.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  }

  /** @param {string} text */
  #putText(text) { return this.#put(this.#encoder.encode(text)); }

  /** @param {number} at */
  #text(at) {
    const heap = /** @type {Uint8Array} */ (this.#module.HEAPU8);
    return this.#decoder.decode(heap.subarray(at, heap.indexOf(0, at)));
  }

  /** Opens a dossier. @param {string} name @param {Uint8Array[]} json in the parts that it came in
   * @returns {Finding[] | undefined} what is wrong with it, where it cannot be opened */
  load(name, json) {
    const head = this.#encoder.encode(`${name}\0`);
    const length = bytesOf([head, ...json]);
    let at = this.#module._dm_buffer(length);
    for (const part of [head, ...json]) {
      this.#module.HEAPU8.set(part, at);
      at += part.length;
    }
    if (this.#module._dm_load(length)) return undefined;
    const { findings } = JSON.parse(this.#text(this.#module._dm_findings()));
    return findings.filter((/** @type {Finding} */ finding) => finding.severity === "error");
  }

  /** Does at once what would take the first frames of a large graph; in a worker. */
  prepare() { this.#module._dm_prepare(); }

  /** All that this instance holds; to be given to restore() of another one that has just been created.
   * @returns {ArrayBuffer} */
  snapshot() { return this.#module.HEAPU8.slice().buffer; }

  /** @param {ArrayBuffer} snapshot */
  async restore(snapshot) {
    this.#module._dm_reserve(snapshot.byteLength);
    for (let at = 0; at < snapshot.byteLength; at += copiedAtOnce) {
      const part = new Uint8Array(snapshot, at, Math.min(copiedAtOnce, snapshot.byteLength - at));
      this.#module.HEAPU8.set(part, at);
      await nextTask();  // a copy of hundreds of megabytes must not block the page
    }
  }

  /** @param {0 | 1} face @param {ArrayBuffer} bytes */
  addFont(face, bytes) { this.#module._dm_add_font(face, this.#put(new Uint8Array(bytes))); }

  /** Draws into this canvas from now on. False without WebGL 2. @param {HTMLCanvasElement} canvas */
  startDrawing(canvas) {
    const context = canvas.getContext("webgl2", {
      alpha: false, antialias: false, depth: false, stencil: false, powerPreference: "low-power",
    });
    if (!context) return false;
    rememberAnswers(context);
    const gl = this.#module.GL;
    const handle = gl.registerContext(context, { majorVersion: 2, minorVersion: 0 });
    return gl.makeContextCurrent(handle) && this.#module._dm_start_drawing() !== 0;
  }

  /** Forgets what was in a lost context; to be called while it is lost. */
  stopDrawing() { this.#module._dm_stop_drawing(); }

  /** @param {number} width @param {number} height @param {number} ratio @param {number} inset */
  resize(width, height, ratio, inset) { this.#module._dm_resize(width, height, ratio, inset); }

  /** @param {boolean} dark @param {boolean} reducedMotion @param {boolean} focused */
  environment(dark, reducedMotion, focused) {
    this.#module._dm_environment(+dark, +reducedMotion, +focused);
  }

  /** @param {number} x @param {number} y @param {boolean} touch */
  pointer(x, y, touch) { this.#module._dm_pointer(x, y, +touch); }
  pointerLeave() { this.#module._dm_pointer_leave(); }
  /** @param {boolean} down */
  button(down) { this.#module._dm_button(+down); }
  /** Whether a finger put here can drag something. @param {number} x @param {number} y */
  hasGrip(x, y) { return this.#module._dm_has_grip(x, y) !== 0; }
  /** @param {number} x @param {number} y */
  longPress(x, y) { this.#module._dm_long_press(x, y); }
  /** @param {number} factor @param {number} x @param {number} y */
  zoom(factor, x, y) { this.#module._dm_zoom(factor, x, y); }
  /** @param {number} delta */
  pan(delta) { this.#module._dm_pan(delta); }
  /** Whether the canvas uses the key. @param {string} key @param {boolean} shift @param {boolean} repeats */
  key(key, shift, repeats) { return this.#module._dm_key(this.#putText(key), +shift, +repeats) !== 0; }
  releaseAll() { this.#module._dm_release_all(); }

  /** @returns {number} bits of Frame */
  frame() { return this.#module._dm_frame(performance.now() / 1000); }

  /** @param {string} permalink */
  apply(permalink) { this.#module._dm_apply(this.#putText(permalink)); }
  /** Moves the as-of date to the next change or to the one before. @param {boolean} forward */
  step(forward) { return this.#module._dm_step_as_of(+forward) !== 0; }
  /** Moves it to the first change. */
  rewind() { this.#module._dm_rewind(); }
  /** From the as-of date to the next change or back to the one before; 0: there is none.
   * @param {boolean} forward @returns {number} */
  daysToChange(forward) { return this.#module._dm_days_to_change(+forward); }
  get permalink() { return this.#text(this.#module._dm_permalink()); }
  /** The permalink with every field. */
  get fullState() { return this.#text(this.#module._dm_full_state()); }
  inspect() { return JSON.parse(this.#text(this.#module._dm_inspect())); }
  get cursor() { return this.#text(this.#module._dm_cursor()); }
  /** @param {number} part of Part */
  html(part) { return this.#text(this.#module._dm_html(part)); }
  /** What to tell of the mark under a resting pointer; empty: nothing. */
  get tip() {
    const [x, y, w, h, ...html] = this.#text(this.#module._dm_tip()).split("\n");
    return { box: { x: Number(x), y: Number(y), w: Number(w), h: Number(h) }, html: html.join("\n") };
  }
  /** The graph that the canvas shows as SVG; empty: it shows none. */
  get svg() { return this.#text(this.#module._dm_svg()); }
  /** The language that shows, BCP 47. */
  get lang() { return this.#text(this.#module._dm_lang()); }
  /** The words of dates on the canvas; none: English. @param {string} lines of calendar_words.js */
  setWords(lines) { this.#module._dm_set_words(this.#putText(lines)); }
  /** The zone to show: its IANA name (empty: the reader's own), its name for people, the dossier's first
   * and last second, a line each. */
  get zone() { return this.#text(this.#module._dm_zone()); }
  /** @param {string} lines of zones.js; none: UTC */
  setZone(lines) { this.#module._dm_set_zone(this.#putText(lines)); }
  /** Bits of the scripts that dossier and dates show (src/core/dossier/scripts.h). @returns {number} */
  get scripts() { return this.#module._dm_scripts(); }
  get title() { return this.#text(this.#module._dm_title()); }
  /** Who made the dossier, under which licence. */
  get credit() { return this.#text(this.#module._dm_credit()); }
  /** Events known at the as-of date. @returns {number} */
  get eventCount() { return this.#module._dm_event_count(); }
  /** The view that a canvas of this size shows, and whether there is room for evidence beside its graph.
   * @param {number} width @param {number} height */
  shownOn(width, height) {
    const shown = this.#module._dm_shown_view(width, height);
    return { view: ["timeline", "timeline", "graph", "split"][shown & 3], column: shown > 3 };
  }
  /** Whether any move replies to another. @returns {boolean} */
  get hasReplies() { return this.#module._dm_has_replies() !== 0; }
  get storyId() { return this.#text(this.#module._dm_story_id()); }
}
