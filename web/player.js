// What runs inside one <demarche-timeline>: keeps the canvas, the pane and the page in step with the state
// that the engine holds.

import { Bar } from "./bar.js";
import { CanvasHost } from "./canvas.js";
import { Frame, Part } from "./engine.js";
import { declareFonts, scriptBits } from "./fonts.js";
import { CanvasInput } from "./input.js";
import { Layout } from "./layout.js";
import { loadDossier } from "./loading.js";
import { Locale } from "./locale.js";
import { missingWords } from "./missing.js";
import { Pane } from "./pane.js";
import { Playing } from "./playing.js";
import { openShadow } from "./shadow.js";
import { nextTask } from "./tasks.js";
import { Tip } from "./tip.js";
import { Trouble, showTrouble } from "./trouble.js";

/** @import {DemarcheTimeline} from "./demarche.js" */
/** @import {Engine} from "./engine.js" */
/** @import {TimelineState} from "./types.js" */

export class Player {
  #host;
  #root;
  /** @type {Engine | undefined} with the dossier open */
  #engine;
  /** @type {Locale | undefined} */
  #locale;
  /** @type {CanvasHost | undefined} */
  #canvas;
  /** @type {CanvasInput | undefined} */
  #input;
  /** @type {Tip | undefined} */
  #tip;
  #bar;
  #pane;
  #playing;
  /** Whether a step of #playing is being taken. */
  #steps = false;
  #layout;
  #ends = new AbortController();
  /** @type {Promise<void>} */
  ready;
  #loads = 0;
  /** @type {Record<string, string>} */
  #state = {};
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #progress = 0;
  /** @type {Promise<void>} */
  #letters = Promise.resolve();

  /** @param {DemarcheTimeline} host */
  constructor(host) {
    this.#host = host;
    declareFonts(scriptBits.latin);
    this.#root = openShadow(host);
    this.#pane = new Pane(this.#root, (act) => this.#act(act), this.#ends.signal);
    this.#playing = new Playing(host, this.#root, this.#playhead, this.#ends.signal);
    this.#layout = new Layout(host, this.#root, () => this.#laidOut(),
      (width, height) => this.#engine?.shownOn(width, height) ?? { view: "timeline", column: false });
    this.#bar = this.#makeBar();
    this.#wire();
    this.#applyTheme();
    this.ready = this.#open();
  }

  attach() { this.#canvas?.request(); }

  detach() {
    this.#ends.abort();
    this.#endDrawing();
    this.#layout.destroy();
  }

  /** @param {string} name @param {string | null} value */
  attributeChanged(name, value) {
    if (name === "src") this.ready = this.#open();
    else this.apply({ [name]: value ?? "" });
  }

  /** Changes what `change` names. @param {TimelineState | string} change */
  apply(change) {
    if (!this.#engine) return void this.ready.then(() => this.apply(change), () => {});
    const link = typeof change === "string" ? change : new URLSearchParams(
      Object.entries(change).filter(([, value]) => value !== undefined && value !== null)
        .map(([key, value]) => [key, String(value)])).toString();
    this.#engine.apply(link);
    this.#canvas?.request();
    this.#changed(Frame.stateChanged | Frame.paneChanged);
    this.#tellMissing(link);
  }

  /** Until the next change. @param {string} link that has been applied */
  #tellMissing(link) {
    const words = missingWords(link, this.#state);
    const place = this.#$(".dm-missing");
    place.textContent = words;
    place.hidden = words === "";
    if (words) this.#$(".dm-live").textContent = words;
  }

  /** What a link or button of the pane does: what it does to the graph is to be seen. @param {string} act */
  #act(act) {
    const hidden = ["timeline", "list"].includes(this.#layout.shownView);
    this.apply(/^lens=./.test(act) && hidden ? `${act}&view=graph` : act);
  }

  /** @returns {TimelineState} */
  get state() { return { ...this.#state }; }

  inspect() { return this.#engine?.inspect(); }

  async whenIdle() {
    await this.ready.catch(() => {});
    await this.#letters;
    await this.#canvas?.whenIdle();
  }

  /** @template {Element} [T=HTMLElement] @param {string} selector @returns {T} */
  #$(selector) { return /** @type {T} */ (/** @type {unknown} */ (this.#root.querySelector(selector))); }

  // ---- Loading ----

  /** Opens the dossier of src, from the start. */
  #open() {
    const opening = this.#load(++this.#loads);
    opening.catch(() => {});
    return opening;
  }

  /** @param {number} load its number: what a later one overtakes is let go @returns {Promise<void>} */
  async #load(load) {
    this.#setPhase("loading");
    this.#playing.stop();
    this.#pane.hideChanges();
    this.#endDrawing();
    this.#engine = undefined;
    this.#state = {};
    try {
      const engine = await loadDossier(this.#host, this.#attributes(),
        (share) => { if (load === this.#loads) this.#setProgress(share); });
      const locale = new Locale(engine);
      await locale.update();
      if (load !== this.#loads) return this.ready;
      if (this.#ends.signal.aborted) throw new Error("it was taken out of the page");
      this.#engine = engine;
      this.#locale = locale;
    } catch (error) {
      if (load !== this.#loads) return this.ready;
      this.#setPhase("error");
      this.#tellTrouble(Trouble.ofDrawing(/** @type {Error} */ (error)));
      throw error;
    }
    await this.#startDrawing(this.#engine);
  }

  /** The state that the element's attributes say, as a permalink. */
  #attributes() {
    const lang = this.#host.getAttribute("lang")
      ?? /** @type {HTMLElement | null} */ (this.#host.closest("[lang]"))?.lang ?? "";
    return new URLSearchParams(this.#stateAttributes.flatMap((name) => {
      const value = name === "lang" ? lang : this.#host.getAttribute(name);
      return value ? [[name, value]] : [];
    })).toString();
  }

  get #stateAttributes() {
    const { observedAttributes } = /** @type {typeof DemarcheTimeline} */ (this.#host.constructor);
    return observedAttributes.filter((name) => name !== "src");
  }

  /** @param {Engine} engine */
  async #startDrawing(engine) {
    // Pane, canvas and its first frame take a while each for a large dossier; input comes in between.
    this.#changed(Frame.stateChanged | Frame.paneChanged);
    this.#tellMissing(this.#attributes());
    await nextTask();
    if (this.#ends.signal.aborted) return;
    if (this.#engine !== engine) return this.ready;
    const canvas = /** @type {HTMLCanvasElement} */ (this.#$("canvas"));
    const host = this.#canvas = new CanvasHost(canvas, engine, (bits) => this.#changed(bits));
    this.#input = new CanvasInput(canvas, engine, () => this.#requestFrame(), () => this.#layout.vertical);
    this.#tip = new Tip(this.#$(".dm-tip"), canvas, engine, () => this.#input?.leave());
    const draws = host.start();
    this.#setPhase("ready");
    this.#laidOut();
    await host.whenIdle();
    if (!draws) {
      this.#tellTrouble(new Trouble("The drawing could not start",
        "This browser has no WebGL 2. Every event, quote and source is still in the list beside this panel."));
    }
    this.#emit("demarche-ready", {});
  }

  #endDrawing() {
    this.#canvas?.destroy();
    this.#input?.destroy();
    this.#tip?.destroy();
    this.#canvas = this.#input = this.#tip = undefined;
  }

  // ---- Keeping in step ----

  /** What changed since the last time, whoever changed it. @param {number} bits of Frame */
  #changed(bits) {
    const engine = this.#engine;
    if (!engine) return;
    if (bits & (Frame.stateChanged | Frame.paneChanged)) this.#stateChanged(engine, bits);
    if (bits & Frame.tip) this.#tip?.update();
    if (bits & Frame.play && !this.#state.story) this.#playing.toggle();
    if (bits & Frame.openPane) {
      this.#layout.openSheet();
      this.#pane.focus();
    }
    if (bits & Frame.search) this.#bar.find();
    if (bits & Frame.help) /** @type {HTMLDialogElement} */ (this.#$(".dm-help")).showModal();
    if (bits & Frame.leave) this.#$("canvas").blur();
  }

  /** @param {Engine} engine @param {number} bits of Frame */
  #stateChanged(engine, bits) {
    const before = this.#state;
    const state = Object.fromEntries(new URLSearchParams(engine.fullState));
    this.#state = state;
    const changed = Object.keys(state).filter((key) => state[key] !== before[key]);
    if (changed.length === 0) return;
    // A pan changes the permalink with every frame, and nothing around the canvas.
    const pans = changed.every((key) => key === "range" || key === "camera" || key === "pins") && !(bits & Frame.paneChanged);
    if (pans) return this.#emit("demarche-statechange", { permalink: engine.permalink });
    this.#$(".dm-missing").hidden = true;
    this.#applyTheme();
    this.#updateLocale();
    this.#layout.update(state);
    const moved = state["as-of"] !== before["as-of"];
    if ((moved && !this.#steps) || state.story) this.#playing.stop();
    if (moved) this.#pane.dropChanges();
    let news = bits & Frame.paneChanged ? this.#pane.update(engine, state) : "";
    if (moved && bits & Frame.stepped) {
      this.#pane.showChanges(engine);
      if (!this.#playing.on) news = engine.html(Part.changesTold);
    }
    this.#bar.update(engine, bits);
    this.#playing.update();
    this.#$("canvas").setAttribute("aria-label",
      `${engine.title}: timeline and actors. Arrow keys move between events, Enter reads, question mark lists the keys.`);
    if (state.edge && state.edge !== before.edge) news ||= engine.html(Part.edgeTold);
    if (news) this.#$(".dm-live").textContent = news;
    if (!before.view) return;  // the first state is no change
    if (state.focus !== before.focus) {
      this.#$(".dm-live").textContent = engine.html(Part.announcement);
      this.#emit("demarche-select", { id: state.focus ?? "" });
    }
    this.#emit("demarche-statechange", { permalink: engine.permalink });
  }

  #updateLocale() {
    const engine = this.#engine;
    const shows = (/** @type {boolean} */ isNew) => {
      if (!isNew || !engine || engine !== this.#engine) return;
      this.#pane.update(engine, this.#state);
      this.#requestFrame();
    };
    this.#letters = this.#locale?.update().then(shows, () => {}) ?? this.#letters;
  }

  #applyTheme() {
    const theme = this.#state.theme ?? this.#host.getAttribute("theme");
    const dark = theme === "dark" || (theme !== "light" && this.#dark.matches);
    this.#host.toggleAttribute("data-dark", dark);
    this.#environment();
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
    this.#pane.keepChanges(this.#layout.hasColumn ? this.#engine : undefined);
    this.#bar.press();
    this.#requestFrame();
  }

  // ---- Playing ----

  /** @returns {import("./playing.js").Playhead} */
  get #playhead() {
    const move = (/** @type {(engine: Engine) => boolean} */ how) => {
      const engine = this.#engine;
      if (!engine) return false;
      this.#steps = true;
      const moved = how(engine);
      this.#canvas?.request();
      this.#changed(Frame.stateChanged | Frame.paneChanged | Frame.stepped);
      this.#steps = false;
      return moved;
    };
    return {
      step: (forward) => move((engine) => engine.step(forward)),
      rewind: () => { move((engine) => { engine.rewind(); return true; }); },
      daysToChange: (forward) => this.#engine?.daysToChange(forward) ?? 0,
      drawn: async () => { await this.#canvas?.whenIdle(); },
      tell: (playing) => {
        this.#$(".dm-live").textContent = playing ? "Playing" : `Paused at ${this.#engine?.html(Part.asOf) ?? ""}`;
      },
    };
  }

  // ---- Wiring ----

  #makeBar() {
    const player = this;
    return new Bar({
      host: this.#host, root: this.#root, layout: this.#layout, pane: this.#pane, stateAttributes: this.#stateAttributes,
      get engine() { return player.#engine; },
      get state() { return player.#state; },
      apply: (change) => this.apply(change),
    }, this.#ends.signal);
  }

  #wire() {
    const { signal } = this.#ends;
    this.#dark.addEventListener("change", () => { this.#applyTheme(); this.#requestFrame(); }, { signal });
    this.#still.addEventListener("change", () => this.#requestFrame(), { signal });
    this.#$(".dm-error-again").addEventListener("click", () => { this.ready = this.#open(); }, { signal });
    this.#$(".dm-error-list").addEventListener("click", () => this.#showList(), { signal });
  }

  /** Without a dossier it is the page's own list, which stands in the pane already. */
  #showList() {
    if (!this.#engine) return this.#layout.openSheet();
    this.apply({ tab: "list", view: "list" });
    this.#pane.focus();
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

  /** @param {Trouble} trouble */
  #tellTrouble(trouble) {
    this.#$(".dm-error-list").hidden = !this.#engine && !this.#host.firstElementChild;
    showTrouble(this.#$(".dm-error"), trouble);
    this.#emit("demarche-error", { message: trouble.message, findings: trouble.findings });
  }

  /** @param {string} type @param {object} detail */
  #emit(type, detail) {
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
