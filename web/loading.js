// From the element's src to an engine with the dossier open; program, dossier and letters come side by side.

import { engineCode } from "./engine.js";
import { canvasFonts, scriptBits } from "./fonts.js";
import { openDossier } from "./reading.js";
import { Trouble } from "./trouble.js";
import { appBytes } from "demarche:sizes";

/** @import {Engine} from "./engine.js" */

/**
 * Fails with a Trouble.
 * @param {HTMLElement} host
 * @param {string} state to begin with, a permalink
 * @param {(share: number) => void} onShare told how much is done, 0 to 1
 * @returns {Promise<Engine>}
 */
export async function loadDossier(host, state, onShare) {
  const src = host.getAttribute("src");
  if (!src) throw new Trouble("No dossier", 'Give the element a src: <demarche-timeline src="dossier.json">.');
  const url = new URL(src, document.baseURI);
  const done = { app: 0, dossier: 0, read: 0 };
  const tell = (/** @type {keyof typeof done} */ part, /** @type {number} */ share) => {
    done[part] = Math.min(1, share);
    onShare(0.5 * done.app + 0.2 * done.dossier + 0.3 * done.read);
  };
  const cannotStart = (/** @type {Error} */ error) => { throw Trouble.ofDrawing(error); };
  const [json] = await Promise.all([
    textOf(url, host, (share) => tell("dossier", share)),
    engineCode((bytes) => tell("app", bytes / appBytes)).catch(cannotStart),
    canvasFonts(scriptBits.latin).catch(cannotStart),
  ]);
  const name = url.pathname.split("/").pop() ?? "dossier.json";
  const opened = await openDossier(name, json, state, (share) => tell("read", share)).catch(cannotStart);
  if (!Array.isArray(opened)) return opened;
  const isNewer = opened.some((finding) => finding.code === "E-FORMAT-VERSION");
  throw new Trouble(isNewer ? "This dossier is newer than this page" : "This dossier cannot be opened",
    `${src} has ${opened.length === 1 ? "an error" : `${opened.length} errors`}:`, opened);
}

/** @param {URL} url @param {HTMLElement} host @param {(share: number) => void} onShare
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>} in parts */
async function textOf(url, host, onShare) {
  for (const { dataset, text } of host.querySelectorAll("script")) {
    // The page brings it along, beside the list.
    if (new URL(dataset.src ?? "", document.baseURI).href === url.href) return [new TextEncoder().encode(text)];
  }
  if (!/^(https?|blob|data):$/.test(url.protocol)) {
    throw new Trouble("No dossier", `${url.protocol} addresses cannot be read; use https.`);
  }
  const response = await fetch(url).catch(() => {
    throw new Trouble("The dossier could not be loaded",
      `${url.href} cannot be reached. Check the connection and the address, then try again.`);
  });
  if (!response.ok) {
    throw new Trouble("The dossier could not be loaded",
      `${url.href} answers ${response.status} ${response.statusText}. Check the address in src.`);
  }
  const expected = Number(response.headers.get("content-length")) || 1;
  const parts = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part; (part = (await reader?.read())?.value); parts.push(part)) onShare((bytes += part.length) / expected);
  return parts;
}
