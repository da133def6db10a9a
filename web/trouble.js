// What can go wrong, said so that a reader can act on it.

/** @import {Finding} from "./types.js" */

export class Trouble extends Error {
  /** @param {string} title @param {string} message @param {Finding[]} [findings] of a bad dossier */
  constructor(title, message, findings = []) {
    super(message);
    this.title = title;
    this.findings = findings;
  }

  /** The program could not be had, or could not do what it must. @param {Error} error */
  static ofDrawing(error) {
    return error instanceof Trouble ? error : new Trouble("The drawing could not start",
      `The program could not be loaded (${error.message}). Every event, quote and source is in the list.`);
  }
}

const mostFindings = 20;

/** Fills the panel that stands in the canvas's place (shadow.js). @param {HTMLElement} panel @param {Trouble} trouble */
export function showTrouble(panel, { title, message, findings }) {
  /** @type {HTMLElement} */ (panel.querySelector("h2 span")).textContent = title;
  /** @type {HTMLElement} */ (panel.querySelector("p")).textContent = message;
  /** @type {HTMLElement} */ (panel.querySelector("ul")).replaceChildren(...findings.slice(0, mostFindings).map((finding) => {
    const item = document.createElement("li");
    item.textContent = `${finding.file}:${finding.line}:${finding.column} ${finding.pointer} ` +
      `${finding.problem} ${finding.remedy} (${finding.code})`;
    return item;
  }));
  panel.hidden = false;
}
