// Which layout the element has for its size and state (design: section 7), as data attributes for the
// styles, and the phone's sheet with its three heights.

const peekPx = 88;
const halfPx = 252, halfShare = 0.36;
const lowPx = 600;
/** Below each of them the bar leaves something out. */
const barWidths = [1040, 900, 700];

export class Layout {
  #host;
  #root;
  #onChange;
  #shownOn;
  #ends = new AbortController();
  #observer;
  /** @type {Record<string, string>} */
  #state;
  #width = 0;
  #height = 0;
  /** @type {"peek" | "half" | "full"} */
  #detent = "half";

  /**
   * @param {HTMLElement} host @param {ShadowRoot} root @param {() => void} onChange
   * @param {(width: number, height: number) => {view: string, column: boolean}} shownOn what a canvas of a size shows
   */
  constructor(host, root, onChange, shownOn) {
    this.#shownOn = shownOn;
    this.#host = host;
    this.#root = root;
    this.#onChange = onChange;
    this.#state = { controls: host.getAttribute("controls") ?? "full" };  // until the dossier is open
    this.#observer = new ResizeObserver(() => {
      this.#width = host.clientWidth;
      this.#height = host.clientHeight;
      this.#set();
    });
    this.#observer.observe(host);
    // The canvas has no size while only the list shows; what it shows is known when it is back.
    this.#observer.observe(/** @type {HTMLElement} */ (root.querySelector("canvas")));
    this.#wireSheet();
  }

  destroy() {
    this.#observer.disconnect();
    this.#ends.abort();
  }

  /** @param {Record<string, string>} state */
  update(state) {
    if (state.focus && state.focus !== this.#state.focus && this.#detent === "peek") this.#detent = "half";
    this.#state = state;
    this.#set();
  }

  /** wide, medium, narrow or phone, by width; a frame too low for a sheet is medium as well. */
  get size() {
    if (this.#width >= 1120) return "wide";
    if (this.#width < 480) return "phone";
    return this.#width >= 720 || this.#height < lowPx ? "medium" : "narrow";
  }

  /** Whether time runs down. */
  get vertical() { return this.#width < 480 && this.shownView === "timeline"; }

  /** The view that shows: a view of the canvas, or the list alone. */
  get shownView() {
    return this.#state.view === "list" ? "list" : this.#onCanvas.view;
  }

  /** Whether what a line stands for, or else what changed, stands beside the graph. */
  get hasColumn() { return this.shownView !== "list" && !this.#state.story && this.#onCanvas.column; }

  get #onCanvas() {
    const canvas = /** @type {HTMLElement} */ (this.#root.querySelector("canvas"));
    return this.#shownOn(canvas.clientWidth, canvas.clientHeight);
  }

  /** Whether a drag along the page's scroll has a page to scroll. */
  get pageScrolls() {
    const page = document.scrollingElement;
    return window.parent !== window || (page ? page.scrollHeight > page.clientHeight + 1 : false);
  }

  /** CSS px of the canvas that the sheet covers. */
  get bottomInset() {
    if (this.#sheet === "none" || this.shownView === "list" || this.#state.story) return 0;
    const { clientHeight } = /** @type {HTMLElement} */ (this.#root.querySelector(".dm-main"));
    return this.#detent === "peek" ? peekPx : Math.min(halfPx, clientHeight * halfShare);
  }

  /** The sheet at its full height, where there is one. */
  openSheet() {
    this.#detent = "full";
    this.#set();
  }

  /** Narrow bars show the search in the title's place. @param {boolean} shown */
  showFind(shown) { this.#host.toggleAttribute("data-find", shown); }

  get #sheet() { return this.size === "phone" || this.size === "narrow" ? "sheet" : "none"; }

  #set() {
    if (!this.#width) return;
    const { dataset } = this.#host;
    const compact = this.#state.controls === "compact";
    dataset.size = this.size;
    dataset.below = barWidths.filter((px) => this.#width < px).join(" ");
    dataset.view = this.shownView;
    dataset.controls = this.#state.controls;
    dataset.sheet = this.#detent;
    dataset.pane = this.#sheet === "sheet" ? "sheet"
      : this.size === "medium" && (compact || this.#height < lowPx) ? "strip" : "side";
    this.#host.toggleAttribute("data-in-story", Boolean(this.#state.story));
    this.#host.toggleAttribute("data-column", this.hasColumn);
    this.#onChange();
  }

  #wireSheet() {
    const handle = /** @type {HTMLElement} */ (this.#root.querySelector(".dm-sheet-handle"));
    const { signal } = this.#ends;
    const detents = /** @type {const} */ (["peek", "half", "full"]);
    const step = (/** @type {number} */ by) => {
      const at = detents.indexOf(this.#detent) + by;
      this.#detent = detents[Math.max(0, Math.min(2, at))];
      this.#set();
    };
    let startY = 0, dragged = false;
    handle.addEventListener("pointerdown", (event) => {
      startY = event.clientY;
      dragged = false;
      handle.setPointerCapture(event.pointerId);
    }, { signal });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId) || dragged) return;
      const by = startY - event.clientY;
      if (Math.abs(by) < 30) return;
      dragged = true;
      step(Math.sign(by));
    }, { signal });
    handle.addEventListener("click", () => {
      if (!dragged) this.#detent = this.#detent === "full" ? "peek" : detents[detents.indexOf(this.#detent) + 1];
      this.#set();
    }, { signal });
  }
}
