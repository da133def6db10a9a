// The bar above the canvas, its buttons, the search in it, and the dialog to share and embed.

import { Frame, Part } from "./engine.js";
import { downloadSvg, shareTexts } from "./share.js";

/** @import {Engine} from "./engine.js" */
/** @import {Layout} from "./layout.js" */
/** @import {Pane} from "./pane.js" */
/** @import {TimelineState} from "./types.js" */

/**
 * Whose bar it is: the player.
 * @typedef {object} BarOwner
 * @property {HTMLElement} host
 * @property {ShadowRoot} root
 * @property {Layout} layout
 * @property {Pane} pane
 * @property {Engine | undefined} engine with the dossier open
 * @property {TimelineState} state
 * @property {string[]} stateAttributes names of the element's attributes that say a state
 * @property {(change: TimelineState) => void} apply
 */

export class Bar {
  #of;
  #root;

  /** @param {BarOwner} of @param {AbortSignal} signal */
  constructor(of, signal) {
    this.#of = of;
    this.#root = of.root;
    this.#wireFind(signal);
    const click = (/** @type {string} */ selector, /** @type {() => void} */ act) => {
      for (const button of this.#root.querySelectorAll(selector)) button.addEventListener("click", act, { signal });
    };
    click(".dm-btn-find", () => this.find());
    click(".dm-btn-story", () => of.apply({ story: of.engine?.storyId ?? "", step: 1 }));
    click(".dm-btn-links", () => of.apply({ links: of.state.links === "all" ? "focus" : "all" }));
    click(".dm-btn-lanes", () => this.#openPanel(Part.lanes));
    click(".dm-btn-graph", () => this.#openPanel(Part.graph));
    click(".dm-btn-theme", () => of.apply({ theme: of.host.hasAttribute("data-dark") ? "light" : "dark" }));
    click(".dm-btn-embed", () => this.#share());
    click(".dm-share-svg", () => downloadSvg(of.engine?.svg ?? "", `Actors, ${of.engine?.html(Part.asOf)}`));
    click(".dm-btn-expand", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else of.host.requestFullscreen?.();
    });
  }

  /** @param {Engine} engine @param {number} bits of Frame */
  update(engine, bits) {
    const { state } = this.#of;
    this.#$(".dm-bar-title").textContent = engine.title;
    this.#$(".dm-foot-source").textContent = engine.credit;
    if (bits & Frame.paneChanged) {
      this.#$(".dm-foot-all").textContent = `All ${engine.eventCount} events and sources`;
    }
    this.#$(".dm-btn-story").hidden = engine.storyId === "";
    // The switch of all replies: in the bar, and beside the phone's tabs.
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(".dm-btn-links"))) {
      button.hidden = !engine.hasReplies;
      button.setAttribute("aria-pressed", String(state.links === "all"));
    }
    if (this.#root.activeElement !== this.#input) this.#input.value = state.q ?? "";
    const [, place] = engine.zone.split("\n");
    this.#$(".dm-zone button").textContent = !state.zone && place ? `Of the place: ${place}` : "Of the place";
    this.press();
  }

  /** Toggle buttons say which of them is on. */
  press() {
    const { layout } = this.#of, state = /** @type {Record<string, string>} */ (this.#of.state);
    for (const button of this.#root.querySelectorAll(":is(.dm-seg, .dm-views, .dm-zone) [data-act]")) {
      const [key, value] = (button.getAttribute("data-act") ?? "").split("=");
      const now = key === "view" ? layout.shownView : state[key] || (key === "zone" ? "place" : "");
      button.setAttribute("aria-pressed", String(now === value));
    }
  }

  /** Goes to the search. */
  find() {
    this.#of.layout.showFind(true);
    this.#input.focus();
    this.#input.select();
  }

  /** @param {string} selector */
  #$(selector) { return /** @type {HTMLElement} */ (this.#root.querySelector(selector)); }

  get #input() { return /** @type {HTMLInputElement} */ (this.#$(".dm-find input")); }

  /** @param {AbortSignal} signal */
  #wireFind(signal) {
    const of = this.#of, input = this.#input;
    input.addEventListener("input", () => of.apply({ q: input.value, tab: "list" }), { signal });
    input.addEventListener("blur", () => { if (!input.value) of.layout.showFind(false); }, { signal });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.value = "";
      input.blur();
      of.apply({ q: "" });
      this.#$("canvas").focus();
    }, { signal });
  }

  /** @param {number} part of Part */
  #openPanel(part) {
    if (this.#of.engine) this.#of.pane.open(this.#of.engine, part);
  }

  #share() {
    const { host, engine, stateAttributes } = this.#of, { permalink = "", title = "" } = engine ?? {};
    for (const [kind, text] of Object.entries(shareTexts(host, stateAttributes, permalink, title))) {
      this.#$(`.dm-share-${kind}`).textContent = text;
    }
    this.#$(".dm-share-svg").hidden = !engine?.svg;
    /** @type {HTMLDialogElement} */ (this.#$(".dm-share")).showModal();
  }
}
