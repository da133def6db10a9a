// Plays the as-of date from change to change, and its controls: step back, play or pause, step on, speed. It
// never starts by itself, and stops at the end, when the reader moves the date, and when nobody can see it.

const speeds = [0.5, 1, 2];
const longestMs = 1600;

/** How long a stop stays, by the days to the next one. Browsers refuse more than some hundred changes of the
 * address in half a minute, so that none is shorter than 0.4 s. @param {number} days @param {number} speed */
export function stayMs(days, speed) {
  return Math.min(longestMs, 800 + 120 * Math.log2(1 + days)) / speed;
}

/**
 * What it plays: the player.
 * @typedef {object} Playhead
 * @property {(forward: boolean) => boolean} step to the next change or the one before; false: there is none
 * @property {() => void} rewind to the first change
 * @property {(forward: boolean) => number} daysToChange 0: there is none
 * @property {() => Promise<void>} drawn resolves when what changed is on the canvas
 * @property {(playing: boolean) => void} tell it started, it stopped
 */

export class Playing {
  #host;
  #root;
  #playhead;
  #speed = 1;
  /** Counts starts and stops: what an earlier one has left to do is let go. */
  #run = 0;
  #on = false;
  #seen = true;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {HTMLElement} host @param {ShadowRoot} root @param {Playhead} playhead @param {AbortSignal} signal */
  constructor(host, root, playhead, signal) {
    this.#host = host;
    this.#root = root;
    this.#playhead = playhead;
    const click = (/** @type {string} */ selector, /** @type {() => void} */ act) => {
      for (const button of root.querySelectorAll(selector)) button.addEventListener("click", act, { signal });
    };
    click(".dm-play", () => this.toggle());
    click(".dm-play-back", () => this.#stepByHand(false));
    click(".dm-play-on", () => this.#stepByHand(true));
    click(".dm-speed", () => {
      this.#speed = speeds[(speeds.indexOf(this.#speed) + 1) % speeds.length];
      this.update();
    });
    const seen = new IntersectionObserver((entries) => {
      this.#seen = entries[entries.length - 1].isIntersecting;
      if (!this.#seen) this.stop();
    });
    seen.observe(host);
    signal.addEventListener("abort", () => { seen.disconnect(); this.stop(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.stop(); }, { signal });
  }

  get on() { return this.#on; }

  toggle() {
    if (this.#on) this.stop();
    else this.#start();
  }

  #start() {
    if (document.hidden || !this.#seen) return;
    const ends = this.#playhead.daysToChange(true) === 0;
    if (ends && this.#playhead.daysToChange(false) === 0) return;
    this.#on = true;
    this.#playhead.tell(true);
    if (ends) this.#playhead.rewind();
    else this.#playhead.step(true);
    this.#stay(++this.#run);
  }

  stop() {
    if (!this.#on) return;
    this.#on = false;
    this.#run++;
    clearTimeout(this.#timer);
    this.#playhead.tell(false);
    this.update();
  }

  /** @param {number} run */
  async #stay(run) {
    this.update();
    await this.#playhead.drawn();
    if (run !== this.#run) return;
    const days = this.#playhead.daysToChange(true);
    if (days === 0) return this.stop();
    this.#timer = setTimeout(() => {
      this.#playhead.step(true);
      if (run === this.#run) this.#stay(run);
    }, stayMs(days, this.#speed));
  }

  /** @param {boolean} forward */
  #stepByHand(forward) {
    this.stop();
    this.#playhead.step(forward);
  }

  /** What the controls say, where the as-of date is now. */
  update() {
    const back = this.#playhead.daysToChange(false) > 0, on = this.#playhead.daysToChange(true) > 0;
    this.#host.toggleAttribute("data-playing", this.#on);
    for (const player of /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(".dm-player")))
      player.hidden = !back && !on;
    for (const button of this.#root.querySelectorAll(".dm-play")) {
      const label = this.#on ? "Pause" : on ? "Play through the changes" : "Play from the beginning";
      button.setAttribute("aria-label", label);
      button.setAttribute("title", `${label} (P)`);
    }
    const able = (/** @type {string} */ selector, /** @type {boolean} */ is) =>
      this.#root.querySelector(selector)?.setAttribute("aria-disabled", String(!is));
    able(".dm-play-back", back);
    able(".dm-play-on", on);
    const speed = /** @type {HTMLElement} */ (this.#root.querySelector(".dm-speed"));
    speed.textContent = this.#speed === 0.5 ? "½×" : `${this.#speed}×`;
    speed.setAttribute("aria-label", `Speed: ${this.#speed} times`);
  }
}
