// The site that the browser visits: dist/ as built, a page for each tool with its code bundled as its users would
// (esbuild, minified), and the events.

import { mkdir, rm, symlink } from "node:fs/promises";
import http from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { serve } from "../../../web/serve.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const pages = fileURLToPath(new URL("pages/", import.meta.url));
const site = join(root, "build/bench/peers");
/** Where prepare() puts the events. */
export const dataFolder = join(site, "data");
export const cli = join(root, "build/dev/src/cli/demarche");

/** @param {string} page */
const shell = (page) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${page}</title>
<link rel="icon" href="data:,">
<style>body { margin: 0 } #view { width: 1280px; height: 800px }</style>
${page === "demarche" ? '<script type="module" src="dist/demarche.js"></script>' : `<link rel="stylesheet" href="${page}.css">`}
<div id="view"></div>
<script type="module" src="${page}.js"></script>
`;

/** @param {string[]} names the pages wanted */
export async function startSite(names) {
  await rm(site, { recursive: true, force: true });
  await mkdir(dataFolder, { recursive: true });
  await symlink(join(root, "dist"), join(site, "dist"));
  await build({
    entryPoints: names.map((name) => join(pages, `${name}.js`)), outdir: site, bundle: true, minify: true,
    format: "esm", target: "es2022", logLevel: "error",
    // TimelineJS3 imports the source of the styles that it also has ready; its page takes those.
    loader: { ".less": "empty", ".woff": "file", ".woff2": "file", ".ttf": "file", ".eot": "file", ".svg": "file", ".png": "file", ".gif": "file" },
  });
  /** @type {Record<string, string>} */
  const files = { "/blank.html": "<!doctype html><title>blank</title><link rel=icon href=data:,>" };
  for (const name of names) files[`/${name}.html`] = shell(name);
  const server = await serve(site, { csp: null, files });
  return {
    ...server,
    /** Has a file compressed before a browser asks for it. @param {string} path */
    warm: (path) => new Promise((done, failed) => {
      http.get(server.url + path, { headers: { "Accept-Encoding": "br" } }, (answer) => {
        answer.resume();
        answer.on("end", () => done(answer.statusCode)).on("error", failed);
      }).on("error", failed);
    }),
  };
}
