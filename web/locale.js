// What only the browser knows of the language and the zone that show, given to the engine: the words of
// dates, the clocks, and the letters.

import { calendarWords } from "./calendar_words.js";
import { canvasFonts, declareFonts, scriptBits } from "./fonts.js";
import { zoneTable } from "./zones.js";

/** @import {Engine} from "./engine.js" */

export class Locale {
  #engine;
  /** @type {string | undefined} */
  #lang;
  /** @type {string | undefined} */
  #zone;
  /** Whether the zone came after it was asked for. @type {Promise<boolean>} */
  #zoneCame = Promise.resolve(false);
  #scripts = 0;

  /** @param {Engine} engine */
  constructor(engine) { this.#engine = engine; }

  /** After every change of the state. Resolves when letters and zone are there: true if they came only then. */
  async update() {
    this.#updateZone();
    const letters = this.#updateWords();
    return await letters || await this.#zoneCame;
  }

  /** Until the table of a zone is made the one before shows. */
  #updateZone() {
    const { zone } = this.#engine;
    if (zone === this.#zone) return;
    this.#zone = zone;
    const [iana, label, from, to] = zone.split("\n");
    const table = zoneTable(iana, label, Number(from), Number(to));
    if (typeof table === "string") {
      this.#engine.setZone(table);
      this.#zoneCame = Promise.resolve(false);
    } else {
      this.#zoneCame = table.then((lines) => {
        if (zone === this.#zone) this.#engine.setZone(lines);
        return zone === this.#zone;
      });
    }
  }

  async #updateWords() {
    const { lang } = this.#engine;
    if (lang === this.#lang) return false;
    this.#lang = lang;
    this.#engine.setWords(calendarWords(lang));
    const missing = (this.#engine.scripts | scriptBits.latin) & ~this.#scripts;
    this.#scripts |= missing;
    declareFonts(missing);
    for (const { face, bytes } of await canvasFonts(missing)) this.#engine.addFont(face, bytes);
    return missing !== 0;
  }
}
