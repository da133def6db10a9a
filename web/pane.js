// The reading pane, the evidence panel, the story card and the panels of lanes and graph: HTML from the engine, put in place without
// losing the reader's focus or scroll, and the clicks and keys on it.

import { Part } from "./engine.js";

/** @import {Engine} from "./engine.js" */

/** The dialogs that hold a part of the page. @type {[string, number][]} */
const panels = [[".dm-lanes-dialog", Part.lanes], [".dm-graph-dialog", Part.graph]];

export class Pane {
  #root;
  #apply;
  /** @type {Map<Element, string>} what each place shows */
  #shown = new Map();
  #keepsChanges = false;

  /** @param {ShadowRoot} root @param {(act: string) => void} apply takes a permalink to apply
   * @param {AbortSignal} signal ends it */
  constructor(root, apply, signal) {
    this.#root = root;
    this.#apply = apply;
    root.addEventListener("click", (event) => this.#click(/** @type {MouseEvent} */ (event)), { signal });
    root.addEventListener("change", (event) => {
      const select = /** @type {HTMLSelectElement} */ (event.target);
      if (select.matches("select.dm-acts")) this.#apply(select.value);
    }, { signal });
    root.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)), { signal });
  }

  /** @param {string} selector */
  #$(selector) { return /** @type {HTMLElement} */ (this.#root.querySelector(selector)); }

  /** @param {Engine} engine @param {Record<string, string>} state
   * @returns {string} what is to be told besides the selection */
  update(engine, state) {
    const content = this.#$(".dm-pane-content");
    const replaced = this.#put(content, engine.html(Part.pane));
    const evidence = this.#$(".dm-evidence");
    this.#put(evidence, engine.html(Part.evidence));
    evidence.hidden = evidence.childElementCount === 0;
    if (this.#keepsChanges) this.showChanges(engine);
    const story = this.#$(".dm-story");
    this.#put(story, engine.html(Part.story));
    story.hidden = story.childElementCount === 0;
    for (const [selector, part] of panels) {
      // A list that the reader walks through stays: a new one would forget what was typed.
      const walked = this.#root.activeElement?.matches(`${selector} select`);
      if (this.#dialog(selector).open && !walked) this.#put(this.#$(`${selector} > div`), engine.html(part));
    }
    if (replaced) this.#scrollToCurrent(content, state);
    return this.#updateNothing(engine);
  }

  /** @param {string} selector */
  #dialog(selector) { return /** @type {HTMLDialogElement} */ (this.#$(selector)); }

  /** Opens a panel. @param {Engine} engine @param {number} part of Part: lanes or graph */
  open(engine, part) {
    const [selector] = /** @type {[string, number]} */ (panels.find(([, of]) => of === part));
    this.#put(this.#$(`${selector} > div`), engine.html(part));
    const dialog = this.#dialog(selector);
    dialog.showModal();
    // WebKit would begin with the panel itself, where no ring shows.
    /** @type {HTMLElement} */ (dialog.querySelector("select, button")).focus();
  }

  /** Whether what changed is to be read all the time: of this engine, or of none. @param {Engine | undefined} engine */
  keepChanges(engine) {
    if (this.#keepsChanges === Boolean(engine)) return;
    this.hideChanges();
    if (engine) this.showChanges(engine);
    this.#keepsChanges = Boolean(engine);
  }

  /** The as-of date has moved: a list that was shown once is old. */
  dropChanges() { if (!this.#keepsChanges) this.hideChanges(); }

  /** What changed at the stop where the as-of date is. @param {Engine} engine */
  showChanges(engine) {
    const changes = this.#$(".dm-changes");
    if (this.#put(changes, engine.html(Part.changes))) changes.scrollTop = 0;
    changes.hidden = false;
  }

  hideChanges() {
    this.#$(".dm-changes").hidden = true;
    this.#keepsChanges = false;
  }

  #closeChanges() {
    this.hideChanges();
    this.#$("canvas").focus();
  }

  /** What lies over the canvas while it has no event to show. @param {Engine} engine
   * @returns {string} what of it is news, to be told */
  #updateNothing(engine) {
    const nothing = this.#$(".dm-nothing");
    const hadFocus = nothing.contains(this.#root.activeElement);
    const replaced = this.#put(nothing, engine.html(Part.empty));
    nothing.hidden = nothing.childElementCount === 0;
    if (nothing.hidden && hadFocus) this.#$("canvas").focus();
    return replaced ? [...nothing.querySelectorAll("h2, p")].map((e) => e.textContent).join(". ") : "";
  }

  /** Moves the focus to what is to be read: the heading of the pinned line, else that of the pane. */
  focus() {
    const evidence = this.#$(".dm-evidence");
    const content = evidence.hidden ? this.#$(".dm-pane-content") : evidence;
    const heading = content.querySelector("h2");
    if (heading) heading.tabIndex = -1;
    (heading ?? content).focus({ preventScroll: false });
  }

  /** @param {HTMLElement} place @param {string} html */
  #put(place, html) {
    if (this.#shown.get(place) === html) return false;
    this.#shown.set(place, html);
    const active = this.#root.activeElement;
    const key = active && place.contains(active) ? nameOf(active) : undefined;
    place.innerHTML = html;
    if (key) {
      const same = [...place.querySelectorAll("a, button, select, [tabindex]")].find((e) => nameOf(e) === key);
      /** @type {HTMLElement} */ (same ?? place).focus({ preventScroll: true });
    }
    return true;
  }

  /** @param {HTMLElement} content @param {Record<string, string>} state */
  #scrollToCurrent(content, state) {
    const scroller = /** @type {HTMLElement} */ (content.querySelector(".dm-scroll") ?? content);
    const current = content.querySelector("[aria-current=true]");
    if (current && (state.tab === "list" || state.tab === "positions")) current.scrollIntoView({ block: "nearest" });
    else scroller.scrollTop = 0;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const clicked = /** @type {Element} */ (event.target);
    if (clicked.closest?.(".dm-changes .dm-close")) return this.#closeChanges();
    const target = clicked.closest?.("[data-act], a[href^='#']");
    if (!target || !this.#root.contains(target)) return;
    event.preventDefault();
    this.#apply(target.getAttribute("data-act") ?? target.getAttribute("href")?.slice(1) ?? "");
  }

  // Arrow keys in a tab list, Escape in the evidence (WAI-ARIA APG, tabs; WCAG 1.4.13), R in a story.
  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Escape" && target.closest(".dm-evidence")) {
      this.#apply("edge=");
      this.#$("canvas").focus();
      return;
    }
    if (event.key === "Escape" && target.closest(".dm-changes")) return this.#closeChanges();
    if (event.key.toLowerCase() === "r" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const answer = /** @type {HTMLDetailsElement | null} */ (this.#root.querySelector(".dm-story details"));
      if (answer && !target.closest("input[type=search], textarea")) answer.open = !answer.open;
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const list = target.closest("[role=tablist]");
    if (!step || !list) return;
    const tabs = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=tab]")]);
    const next = tabs[(tabs.indexOf(target) + step + tabs.length) % tabs.length];
    event.preventDefault();
    next.focus();
    next.click();
  }
}

/** What stays the same of a link or button when its part of the page is written anew. @param {Element} e */
function nameOf(e) {
  return e.id || `${e.getAttribute("data-act") ?? e.getAttribute("href") ?? ""}|${e.textContent}`;
}
