// The typefaces: Inter for canvas and page (one file serves both), Source Serif 4 for the pane. Only
// the scripts that a dossier shows are fetched.

import { fontFiles } from "demarche:fonts";

/** A face's file: `family` is a CSS family, `face` the canvas's number (0 Regular, 1 SemiBold).
 * @typedef {{family: string, weight: string, style: string, script: string, ranges: string,
 *   url: string, face?: 0 | 1}} FontFile */

/** Bits of dm_scripts (src/core/dossier/scripts.h). */
export const scriptBits = { latin: 1, "latin-ext": 2, cyrillic: 4, greek: 8, "latin-1": 16 };

/** @type {Set<string>} */
const declared = new Set();
/** @type {Map<string, Promise<ArrayBuffer>>} */
const fetched = new Map();

/** Lets the page's text use the fonts of the scripts in `bits`; the browser fetches what it needs.
 * Faces inside a shadow tree count only when the document has them. A stray word in another script, as
 * in a source's title, is left to the reader's own fonts. @param {number} bits of scriptBits */
export function declareFonts(bits) {
  for (const { family, weight, style, ranges, url, script } of files()) {
    if (declared.has(url) || !(bits & scriptBits[/** @type {keyof scriptBits} */ (script)])) continue;
    declared.add(url);
    document.fonts.add(new FontFace(family, `url("${url}")`,
      { weight, style, unicodeRange: ranges, display: "swap" }));
  }
}

/**
 * The canvas's fonts for the scripts in `bits`.
 * @param {number} bits of scriptBits
 * @returns {Promise<{face: 0 | 1, script: string, bytes: ArrayBuffer}[]>}
 */
export function canvasFonts(bits) {
  const wanted = files().filter((file) => file.face !== undefined
    && bits & scriptBits[/** @type {keyof scriptBits} */ (file.script)]);
  return Promise.all(wanted.map(async ({ face, script, url }) => {
    if (!fetched.has(url)) fetched.set(url, fetchBytes(url));
    return { face: /** @type {0 | 1} */ (face), script, bytes: await /** @type {Promise<ArrayBuffer>} */ (fetched.get(url)) };
  }));
}

/** @param {string} url */
async function fetchBytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}

/** @returns {FontFile[]} */
function files() {
  return /** @type {FontFile[]} */ (fontFiles).map((file) =>
    ({ ...file, url: new URL(file.url, import.meta.url).href }));
}
