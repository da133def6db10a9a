// What runs inside one <demarche-timeline>: loads the engine, the fonts and the dossier, and keeps the
// canvas, the pane and the page in step with the state that the engine holds.

import { calendarWords } from "./calendar_words.js";
import { CanvasHost } from "./canvas.js";
import { Frame, Part, counted, engineCode } from "./engine.js";
import { canvasFonts, declareFonts, scriptBits } from "./fonts.js";
import { CanvasInput } from "./input.js";
import { Layout } from "./layout.js";
import { openDossier } from "./loading.js";
import { Pane } from "./pane.js";
import { openShadow } from "./shadow.js";
import { zoneTable } from "./zones.js";
import { appBytes } from "demarche:sizes";

/** @import {Engine} from "./engine.js" */
/** @import {Finding, TimelineState} from "./types.js" */

const stateAttributes = ["view", "axis", "links", "range", "as-of", "focus", "story", "step", "theme", "lang",
  "controls"];

/** An error that a reader can act on. */
class Trouble extends Error {
  /** @param {string} title @param {string} message @param {Finding[]} [findings] */
  constructor(title, message, findings = []) {
    super(message);
    this.title = title;
    this.findings = findings;
  }
}

export class Player {
  #host;
  #root;
  /** @type {Engine | undefined} */
  #engine;
  /** @type {CanvasHost | undefined} */
  #canvas;
  /** @type {CanvasInput | undefined} */
  #input;
  #pane;
  #layout;
  #ends = new AbortController();
  /** @type {Promise<void>} */
  ready;
  /** @type {Record<string, string>} */
  #state = {};
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #progress = 0;
  #scripts = 0;
  #zone = "";
  /** @type {Promise<void>} */
  #fonts = Promise.resolve();

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    declareFonts(scriptBits.latin);
    this.#root = openShadow(host);
    this.#pane = new Pane(this.#root, (act) => this.apply(act));
    this.#layout = new Layout(host, this.#root, () => this.#laidOut(),
      (width, height) => this.#engine?.shownView(width, height) ?? "timeline");
    this.#wire();
    this.ready = this.#open();
    this.ready.catch(() => {});
  }

  attach() { this.#canvas?.request(); }

  detach() {
    this.#ends.abort();
    this.#canvas?.destroy();
    this.#input?.destroy();
    this.#layout.destroy();
  }

  /** @param {string} name @param {string | null} value */
  attributeChanged(name, value) {
    if (name === "src") {
      this.ready = this.#open();
      this.ready.catch(() => {});
    } else {
      this.apply({ [name]: value ?? "" });
    }
  }

  /** Changes what `change` names. @param {TimelineState | string} change */
  apply(change) {
    if (!this.#engine) return void this.ready.then(() => this.apply(change), () => {});
    this.#engine.apply(typeof change === "string" ? change : new URLSearchParams(
      Object.entries(change).map(([key, value]) => [key, String(value)])).toString());
    if (this.#canvas?.drawing) this.#canvas.request();
    this.#changed(Frame.stateChanged | Frame.paneChanged);
  }

  /** @returns {TimelineState} */
  get state() { return { ...this.#state }; }
  get permalink() { return this.#engine?.permalink ?? ""; }
  inspect() {
    const seen = this.#engine?.inspect() ?? { viewport: null, items: [], links: [] };
    return { ...seen, frames: this.#canvas?.frames ?? 0 };
  }

  async whenIdle() {
    await this.ready.catch(() => {});
    await this.#fonts.catch(() => {});
    await this.#canvas?.whenIdle();
  }

  /** @template {Element} [T=HTMLElement] @param {string} selector @returns {T} */
  #$(selector) { return /** @type {T} */ (/** @type {unknown} */ (this.#root.querySelector(selector))); }

  // ---- Loading ----

  async #open() {
    this.#setPhase("loading");
    try {
      await this.#load();
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  async #load() {
    const src = this.#host.getAttribute("src");
    if (!src) throw new Trouble("No dossier", 'Give the element a src: <demarche-timeline src="dossier.json">.');
    const url = new URL(src, document.baseURI);
    const parts = { app: 0, dossier: 0, read: 0 };
    const onShare = (/** @type {keyof typeof parts} */ part, /** @type {number} */ share) => {
      parts[part] = Math.min(1, share);
      this.#setProgress(0.5 * parts.app + 0.2 * parts.dossier + 0.3 * parts.read);
    };
    const cannotStart = (/** @type {Error} */ error) => {
      throw new Trouble("The drawing could not start",
        `The program could not be loaded (${error.message}). Every event, quote and source is in the list.`);
    };
    const [json] = await Promise.all([
      this.#fetchDossier(url, (share) => onShare("dossier", share)),
      engineCode((bytes) => onShare("app", bytes / appBytes)).catch(cannotStart),
      canvasFonts(scriptBits.latin),
    ]);
    const engine = await openDossier(url.pathname.split("/").pop() ?? "dossier.json", json,
      (share) => onShare("read", share)).catch(cannotStart);
    if (Array.isArray(engine)) {
      const findings = engine;
      const tooNew = findings.find((finding) => finding.code === "E-FORMAT-VERSION");
      throw new Trouble(tooNew ? "This dossier is newer than this page" : "This dossier cannot be opened",
        `${src} has ${findings.length === 1 ? "an error" : `${findings.length} errors`}:`, findings);
    }
    this.#engine = engine;
    this.#scripts = 0;
    this.#zone = "";
    engine.apply(new URLSearchParams(stateAttributes.flatMap((name) => {
      const value = name === "lang" ? this.#language() : this.#host.getAttribute(name);
      return value ? [[name, value]] : [];
    })).toString());
    engine.setWords(calendarWords(engine.lang));
    this.#setZone(engine);
    await this.#addFonts(engine);
    await this.#startCanvas(engine);
  }

  /** Gives the canvas the scripts that the dossier shows in the present language.
   * @param {Engine} engine */
  async #addFonts(engine) {
    const missing = (engine.scripts | scriptBits.latin) & ~this.#scripts;
    this.#scripts |= missing;
    if (!missing) return;
    declareFonts(missing);
    for (const { face, bytes } of await canvasFonts(missing)) engine.addFont(face, bytes);
    this.#requestFrame();
  }

  /** Gives the engine the clocks of the zone that shows. @param {Engine} engine */
  #setZone(engine) {
    const zone = engine.zone;
    if (zone === this.#zone) return;
    this.#zone = zone;
    const [iana, label, from, to] = zone.split("\n");
    engine.setZone(zoneTable(iana, label, Number(from), Number(to)));
    this.#requestFrame();
  }

  /** @param {URL} url @param {(share: number) => void} onShare */
  async #fetchDossier(url, onShare) {
    for (const { dataset, text } of this.#host.querySelectorAll("script")) {
      // The page brings it along, beside the list.
      if (new URL(dataset.src ?? "", document.baseURI).href === url.href) return new TextEncoder().encode(text);
    }
    if (!/^(https?|blob|data):$/.test(url.protocol)) {
      throw new Trouble("No dossier", `${url.protocol} addresses cannot be read; use https.`);
    }
    let response;
    try {
      response = await fetch(url);
    } catch {
      throw new Trouble("The dossier could not be loaded",
        `${url.href} cannot be reached. Check the connection and the address, then try again.`);
    }
    if (!response.ok) {
      throw new Trouble("The dossier could not be loaded",
        `${url.href} answers ${response.status} ${response.statusText}. Check the address in src.`);
    }
    const expected = Number(response.headers.get("content-length")) || 1;
    const bytes = await counted(response, (size) => onShare(size / expected)).arrayBuffer();
    return new Uint8Array(bytes);
  }

  /** @param {Engine} engine */
  async #startCanvas(engine) {
    const canvas = /** @type {HTMLCanvasElement} */ (this.#$("canvas"));
    this.#canvas?.destroy();
    this.#input?.destroy();
    this.#canvas = new CanvasHost(canvas, engine, (bits) => this.#changed(bits));
    this.#input = new CanvasInput(canvas, engine, () => this.#requestFrame(),
      () => this.#layout.vertical);
    this.#input.pageScrolls = this.#layout.pageScrolls;
    const drawing = this.#canvas.start();
    this.#setPhase("ready");
    this.#changed(Frame.stateChanged | Frame.paneChanged);
    this.#requestFrame();
    await this.#canvas.whenIdle();
    if (!drawing) {
      this.#showTrouble("The drawing could not start",
        "This browser has no WebGL 2. Every event, quote and source is still in the list beside this panel.", []);
      this.#emit("demarche-error", { message: "WebGL 2 is not available.", findings: [] });
    }
    this.#emit("demarche-ready", {});
  }

  #language() {
    return this.#host.getAttribute("lang")
      ?? /** @type {HTMLElement | null} */ (this.#host.closest("[lang]"))?.lang ?? "";
  }

  // ---- Keeping in step ----

  /** What changed since the last time, whoever changed it. @param {number} bits of Frame */
  #changed(bits) {
    const engine = this.#engine;
    if (!engine) return;
    if (bits & (Frame.stateChanged | Frame.paneChanged)) this.#stateChanged(engine);
    if (bits & Frame.openPane) {
      this.#layout.openSheet();
      this.#pane.focus();
    }
    if (bits & Frame.search) this.#find();
    if (bits & Frame.help) /** @type {HTMLDialogElement} */ (this.#$(".dm-help")).showModal();
    if (bits & Frame.leave) this.#$("canvas").blur();
  }

  /** @param {Engine} engine */
  #stateChanged(engine) {
    const before = this.#state;
    const state = Object.fromEntries(new URLSearchParams(engine.fullState));
    this.#state = state;
    const same = Object.keys(state).every((key) => state[key] === before[key]);
    if (same) return;
    this.#applyTheme();
    this.#setZone(engine);
    if (before.view && state.lang !== before.lang) {
      engine.setWords(calendarWords(engine.lang));
      this.#fonts = this.#addFonts(engine);
    }
    this.#layout.update(state);
    const news = this.#pane.update(engine, state);
    this.#$(".dm-bar-title").textContent = engine.title;
    this.#$(".dm-foot-source").textContent = engine.credit;
    this.#$(".dm-foot-all").textContent = `All ${engine.eventCount} events and sources`;
    this.#$(".dm-btn-story").hidden = engine.storyId === "";
    for (const button of this.#linkButtons) {
      button.hidden = !engine.hasReplies;
      button.setAttribute("aria-pressed", String(state.links === "all"));
    }
    const find = /** @type {HTMLInputElement} */ (this.#$(".dm-find input"));
    if (this.#root.activeElement !== find) find.value = state.q ?? "";
    const canvas = this.#$("canvas");
    canvas.setAttribute("aria-label",
      `${engine.title}: timeline and actors. Arrow keys move between events, Enter reads, question mark lists the keys.`);
    for (const button of this.#root.querySelectorAll("[data-act]")) this.#press(button, state);
    if (news) this.#$(".dm-live").textContent = news;
    if (!before.view) return;  // the first state is no change
    if (state.focus !== before.focus) {
      this.#$(".dm-live").textContent = engine.html(Part.announcement);
      this.#emit("demarche-select", { id: state.focus ?? "" });
    }
    this.#emit("demarche-statechange", { permalink: engine.permalink });
  }

  /** Toggle buttons of the bar say which of them is on.
   * @param {Element} button @param {Record<string, string>} state */
  #press(button, state) {
    if (!button.closest(".dm-seg, .dm-views")) return;
    const [key, value] = (button.getAttribute("data-act") ?? "").split("=");
    const now = key === "view" ? this.#layout.shownView : state[key];
    button.setAttribute("aria-pressed", String(now === value));
  }

  #applyTheme() {
    const theme = this.#state.theme ?? "auto";
    const dark = theme === "dark" || (theme !== "light" && this.#dark.matches);
    this.#host.toggleAttribute("data-dark", dark);
    this.#environment();
    return dark;
  }

  #environment() {
    this.#engine?.environment(this.#host.hasAttribute("data-dark"), this.#still.matches,
      this.#input?.showsFocus ?? false);
  }

  #requestFrame() {
    this.#environment();
    this.#canvas?.request();
  }

  #laidOut() {
    if (this.#input) {
      this.#input.pageScrolls = this.#layout.pageScrolls;
      this.#input.updateTouchAction();
    }
    this.#canvas?.setBottomInset(this.#layout.bottomInset);
    for (const button of this.#root.querySelectorAll("[data-act]")) this.#press(button, this.#state);
    this.#requestFrame();
  }

  // ---- Bar and dialogs ----

  /** The switch of all replies: in the bar, or beside the phone's tabs.
   * @returns {NodeListOf<HTMLElement>} */
  get #linkButtons() { return this.#root.querySelectorAll(".dm-btn-links"); }

  #wire() {
    const { signal } = this.#ends;
    this.#dark.addEventListener("change", () => { this.#applyTheme(); this.#requestFrame(); }, { signal });
    this.#still.addEventListener("change", () => this.#requestFrame(), { signal });
    const find = /** @type {HTMLInputElement} */ (this.#$(".dm-find input"));
    find.addEventListener("input", () => this.apply({ q: find.value, tab: "list" }), { signal });
    find.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { find.value = ""; this.apply({ q: "" }); this.#$("canvas").focus(); }
    }, { signal });
    const click = (/** @type {string} */ selector, /** @type {() => void} */ act) =>
      this.#$(selector).addEventListener("click", act, { signal });
    click(".dm-btn-find", () => this.#find());
    click(".dm-btn-story", () => this.apply({ story: this.#engine?.storyId ?? "", step: 1 }));
    for (const button of this.#linkButtons) {
      button.addEventListener("click",
        () => this.apply({ links: this.#state.links === "all" ? "focus" : "all" }), { signal });
    }
    click(".dm-btn-theme", () => this.apply({ theme: this.#host.hasAttribute("data-dark") ? "light" : "dark" }));
    click(".dm-btn-embed", () => this.#share());
    click(".dm-btn-expand", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.#host.requestFullscreen?.();
    });
    click(".dm-error-again", () => { this.ready = this.#open(); this.ready.catch(() => {}); });
    click(".dm-error-list", () => { this.apply({ tab: "list", view: "list" }); this.#pane.focus(); });
  }

  #find() {
    this.#layout.openFind();
    const find = /** @type {HTMLInputElement} */ (this.#$(".dm-find input"));
    find.focus();
    find.select();
  }

  #share() {
    const page = new URL(this.#host.getAttribute("data-page") ?? location.href, location.href);
    const shared = new URLSearchParams(this.permalink);
    shared.delete("controls");
    page.hash = shared.toString();
    const src = new URL(this.#host.getAttribute("src") ?? "", document.baseURI).href;
    const embed = new URL("embed.html", appRoot);
    embed.search = new URLSearchParams({ src, ...Object.fromEntries(new URLSearchParams(this.permalink)) }).toString();
    const attributes = [...new URLSearchParams(this.permalink)]
      .filter(([name]) => stateAttributes.includes(name))
      .map(([name, value]) => ` ${name}="${value.replace(/"/g, "&quot;")}"`).join("");
    this.#$(".dm-share-link").textContent = page.href;
    this.#$(".dm-share-frame").textContent =
      `<iframe src="${embed.href.replace(/&/g, "&amp;")}" title="${this.#engine?.title.replace(/"/g, "&quot;") ?? ""}" width="100%" height="460" loading="lazy" style="border:0"></iframe>`;
    this.#$(".dm-share-element").textContent =
      `<script type="module" src="${new URL("demarche.js", appRoot).href}"></script>\n<demarche-timeline src="${src}"${attributes}></demarche-timeline>`;
    /** @type {HTMLDialogElement} */ (this.#$(".dm-share")).showModal();
  }

  // ---- Phases and trouble ----

  /** @param {"loading" | "ready" | "error"} phase */
  #setPhase(phase) {
    this.#host.dataset.phase = phase;
    if (phase === "loading") { this.#progress = 0; this.#setProgress(0); }
    this.#$(".dm-error").hidden = true;
  }

  /** @param {number} share 0 to 1 */
  #setProgress(share) {
    this.#progress = Math.max(this.#progress, share);
    const bar = this.#$(".dm-progress");
    bar.setAttribute("aria-valuenow", String(Math.round(100 * this.#progress)));
    /** @type {HTMLElement} */ (bar.firstElementChild).style.transform = `scaleX(${this.#progress})`;
  }

  /** @param {any} error */
  #fail(error) {
    this.#setPhase("error");
    const findings = error instanceof Trouble ? error.findings : [];
    this.#showTrouble(error instanceof Trouble ? error.title : "The drawing could not start",
      error.message, findings);
    this.#emit("demarche-error", { message: error.message, findings });
  }

  /** @param {string} title @param {string} message @param {Finding[]} findings */
  #showTrouble(title, message, findings) {
    const panel = this.#$(".dm-error");
    /** @type {HTMLElement} */ (panel.querySelector("h2 span")).textContent = title;
    /** @type {HTMLElement} */ (panel.querySelector("p")).textContent = message;
    /** @type {HTMLElement} */ (panel.querySelector("ul")).replaceChildren(
      ...findings.slice(0, 20).map((finding) => {
        const item = document.createElement("li");
        item.textContent = `${finding.file}:${finding.line}:${finding.column} ${finding.pointer} ` +
          `${finding.problem} ${finding.remedy} (${finding.code})`;
        return item;
      }));
    this.#$(".dm-error-list").hidden = !this.#engine && !this.#host.firstElementChild;
    panel.hidden = false;
  }

  /** @param {string} type @param {object} detail */
  #emit(type, detail) {
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

// The folder of demarche.js: this module lies in its assets/ folder.
const appRoot = new URL("../", import.meta.url);
