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
  #scripts = 0;

  /** @param {Engine} engine */
  constructor(engine) { this.#engine = engine; }

  /** After every change of the state. Resolves when the letters are there: true if they are new. */
  async update() {
    const { lang, zone } = this.#engine;
    if (zone !== this.#zone) {
      this.#zone = zone;
      const [iana, label, from, to] = zone.split("\n");
      this.#engine.setZone(zoneTable(iana, label, Number(from), Number(to)));
    }
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
