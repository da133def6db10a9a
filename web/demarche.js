// The public element, and all that an embedding page loads at first: it registers <demarche-timeline>
// and fetches the player only when the element comes near the viewport or someone asks for it. Until
// then, and where the player cannot run, the element shows its own content: the static list.

/** @import {Player} from "./player.js" */
/** @import {TimelineState} from "./types.js" */

/**
 * `<demarche-timeline src="dossier.json">fallback</demarche-timeline>`: a dossier as timeline, actor
 * graph and reading pane. Attributes, methods and events: README.md, "On your page".
 *
 * @fires demarche-ready when the dossier is open and its first frame is drawn; again for another `src`
 * @fires demarche-select `detail: {id}`, when the selection changes
 * @fires demarche-statechange `detail: {permalink}`, when the state changes
 * @fires demarche-error `detail: {message, findings}`, when the dossier or the drawing cannot be had
 */
export class DemarcheTimeline extends HTMLElement {
  static observedAttributes = ["src", "view", "axis", "links", "range", "as-of", "focus", "story", "step",
    "theme", "lang", "controls"];

  /** @type {Player | undefined} */
  #player;
  /** @type {Promise<Player> | undefined} */
  #loading;
  /** @type {IntersectionObserver | undefined} */
  #nearby;

  connectedCallback() {
    if (this.#player) return this.#player.attach();
    this.#nearby = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#load().catch(() => {});
    }, { rootMargin: "800px" });
    this.#nearby.observe(this);
  }

  disconnectedCallback() {
    this.#nearby?.disconnect();
    // A move within the document disconnects and connects again at once; only a removal ends it.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#player?.detach();
      this.#player = this.#loading = undefined;
    });
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#player?.attributeChanged(name, after);
  }

  /** Resolves when the dossier is open and the first frame is drawn; rejects if it cannot be. */
  get ready() { return this.#load().then((player) => player.ready); }

  /** Resolves when nothing is left to draw, lay out or load. */
  async whenIdle() { await (await this.#load()).whenIdle(); }

  /** What the reader looks at, with the names of the permalink. Setting it changes only what it names.
   * @returns {TimelineState} */
  get state() { return this.#player?.state ?? {}; }
  set state(state) { this.#load().then((player) => player.apply(state), () => {}); }

  /** Selects an event, move, actor or topic; an unknown id changes nothing. @param {string} id */
  select(id) { this.state = { focus: id }; }

  /** Shows an EDTF interval, such as `2022-01-09/2022-01-14`. @param {string} range */
  show(range) { this.state = { range }; }

  /** What is on the canvas now, in CSS pixels; empty before `ready`. */
  inspect() {
    return this.#player?.inspect() ?? {
      viewport: null, axis: { kind: "adaptive", ticks: [], breaks: [] }, items: [], groups: [], links: [],
      graph: { nodes: [], edges: [], lens: null, settled: false }, frames: 0, asOf: null, selection: null,
    };
  }

  #load() {
    this.#loading ??= import("./player.js").then(({ Player }) => {
      this.#nearby?.disconnect();
      this.#player = new Player(this);
      return this.#player;
    });
    return this.#loading;
  }
}

if (!customElements.get("demarche-timeline")) {
  customElements.define("demarche-timeline", DemarcheTimeline);
}
