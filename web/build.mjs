// Assembles dist/: the loader with its stable name, everything else under a hashed name in assets/, the
// typefaces cut to their scripts, the pages with the static list that the native renderer makes.
//
//   node web/build.mjs --wasm build/web-release/src/wasm --cli build/dev/src/cli/demarche --out dist [--dev]

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import subsetFont from "subset-font";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const { values: options } = parseArgs({
  options: {
    wasm: { type: "string" }, cli: { type: "string" }, out: { type: "string", default: "dist" },
    dev: { type: "boolean", default: false },
  },
});
const out = path.resolve(root, options.out);
const assets = path.join(out, "assets");
const dossierName = "ukraine-talks-2022.json";

// Cut as the packages cut their files, so that unicode-range and content agree; but "latin" is what English needs,
// names with an acute among it, and the other half of the package's Latin file is "latin-1": 24 kB that most readers
// do not fetch. What is in which: ScriptsOf (src/core/dossier/scripts.cc).
const scripts = {
  "latin": "U+0000-007F,U+00A0,U+00A7,U+00AB,U+00B2,U+00B7,U+00BB,U+00C1,U+00C9,U+00CD,U+00D3,U+00D7,U+00DA,U+00DD,U+00E1,U+00E9,U+00ED,U+00F3,U+00FA,U+00FD,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-1": "U+0080-009F,U+00A1-00A6,U+00A8-00AA,U+00AC-00B1,U+00B3-00B6,U+00B8-00BA,U+00BC-00C0,U+00C2-00C8,U+00CA-00CC,U+00CE-00D2,U+00D4-00D6,U+00D8-00D9,U+00DB-00DC,U+00DE-00E0,U+00E2-00E8,U+00EA-00EC,U+00EE-00F2,U+00F4-00F9,U+00FB-00FC,U+00FE-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329",
  "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0",
  "cyrillic": "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
  "greek": "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF",
};
const inter = { family: "Demarche Sans", folder: "@fontsource/inter", name: "inter" };
const serif = { family: "Demarche Serif", folder: "@fontsource/source-serif-4", name: "source-serif-4" };
const faces = [
  { ...inter, weight: 400, style: "normal", canvas: 0 }, { ...inter, weight: 600, style: "normal", canvas: 1 },
  { ...serif, weight: 400, style: "normal" }, { ...serif, weight: 600, style: "normal" },
  { ...serif, weight: 400, style: "italic" },
];

// The alternate glyphs that only OpenType features reach are a quarter of the bytes: left out, with those
// features. The hints only say that there are none.
const cut = {
  noLayoutClosure: true, noHinting: true, keepFeatures: ["kern", "mark", "mkmk", "ccmp", "locl"], dropTables: ["STAT"],
};

/** @param {string} name @param {string | Uint8Array} content @returns {string} the hashed name */
function emit(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}-${hash}${ext}`;
  fs.writeFileSync(path.join(assets, hashed), content);
  return hashed;
}

/** Every character of a unicode-range. @param {string} ranges */
function charactersOf(ranges) {
  return ranges.split(",").map((range) => {
    const [first, last = first] = range.slice(2).split("-").map((hex) => parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");
  }).join("");
}

// The canvas reads TrueType outlines only, and the page reads the same file, so that it comes once.
async function makeFonts() {
  const files = [];
  for (const { family, folder, name, weight, style, canvas } of faces) {
    for (const [script, ranges] of Object.entries(scripts)) {
      const whole = script === "latin-1" ? "latin" : script;
      const file = path.join(root, "node_modules", folder, "files", `${name}-${whole}-${weight}-${style}.woff2`);
      const format = canvas === undefined ? "woff2" : "truetype";
      const bytes = await subsetFont(fs.readFileSync(file), charactersOf(ranges), { targetFormat: format, ...cut });
      const hashed = emit(`${name}-${script}-${weight}${style === "italic" ? "-italic" : ""}.${format === "woff2" ? "woff2" : "ttf"}`, bytes);
      files.push({ family, weight: String(weight), style, script, ranges, url: `./${hashed}`, face: canvas });
    }
  }
  return files;
}

/** `demarche:` imports of web/: what only the build knows. @param {Record<string, string>} modules */
const generated = (modules) => ({
  name: "demarche",
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^demarche:/ }, ({ path: name }) => ({ path: name, namespace: "demarche" }));
    build.onLoad({ filter: /.*/, namespace: "demarche" }, ({ path: name }) =>
      ({ contents: modules[name], loader: "js", resolveDir: root }));
  },
});

async function makeScripts(fonts) {
  const wasm = fs.readFileSync(path.join(options.wasm, "app.wasm"));
  const wasmName = emit("app.wasm", wasm);
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { demarche: "web/demarche.js", "assets/page": "web/page.js", "assets/embed": "web/embed.js" },
    outdir: out, bundle: true, splitting: true, format: "esm", target: "es2022",
    minify: !options.dev, sourcemap: options.dev, legalComments: "none", metafile: true,
    chunkNames: "assets/[name]-[hash]", loader: { ".css": "text" },
    plugins: [minifiedCss, generated({
      "demarche:app.js": `export { default } from ${JSON.stringify(path.resolve(root, options.wasm, "app.js"))};`,
      "demarche:app.wasm": `export default "./${wasmName}";`,
      "demarche:fonts": `export const fontFiles = ${JSON.stringify(fonts)};`,
      "demarche:sizes": `export const appBytes = ${wasm.length};`,
    })],
  });
  const chunks = Object.keys(result.metafile.outputs).map((file) => path.relative(out, path.resolve(root, file)));
  return { wasm: wasmName, player: chunks.find((file) => /assets\/player-.*\.js$/.test(file)) };
}

const minifiedCss = {
  name: "minified-css",
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await esbuild.transform(fs.readFileSync(file, "utf8"), { loader: "css", minify: !options.dev });
      return { contents: code, loader: "text" };
    });
  },
};

/** The styles of the pages, and the typefaces of the static list, which needs no script; the
 * element declares the same files for itself (fonts.js). */
async function makeStyles(fonts) {
  const typefaces = fonts.filter((f) => f.script === "latin" || f.script === "latin-1").map((f) =>
    `@font-face { font-family: "${f.family}"; font-weight: ${f.weight}; font-style: ${f.style}; font-display: swap; ` +
    `src: url("${f.url}"); unicode-range: ${f.ranges}; }`).join("\n");
  const styles = ["tokens", "page", "parts", "static", "print"]
    .map((name) => fs.readFileSync(path.join(root, "web/styles", `${name}.css`), "utf8")).join("\n");
  const { code } = await esbuild.transform(`${typefaces}\n${styles}`, { loader: "css", minify: !options.dev });
  return emit("page.css", code);
}

const escapeHtml = (/** @type {string} */ text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

async function main() {
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(assets, { recursive: true });
  fs.mkdirSync(path.join(out, "dossiers"));
  fs.mkdirSync(path.join(out, "schema"));
  const fonts = await makeFonts();
  const { wasm, player } = await makeScripts(fonts);
  const styles = await makeStyles(fonts);
  for (const file of fs.readdirSync(path.join(root, "assets/dossiers"))) {
    fs.copyFileSync(path.join(root, "assets/dossiers", file), path.join(out, "dossiers", file));
  }
  fs.cpSync(path.join(root, "assets/schema"), path.join(out, "schema"), { recursive: true });
  fs.copyFileSync(path.join(root, "assets/icons/icon.svg"), path.join(out, "icon.svg"));

  const dossierFile = path.join(root, "assets/dossiers", dossierName);
  const dossier = JSON.parse(fs.readFileSync(dossierFile, "utf8"));
  const english = (/** @type {any} */ text) => typeof text === "string" ? text : text?.en ?? "";
  const list = execFileSync(options.cli, ["render", dossierFile, "--fragment"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const preload = [
    `<link rel="modulepreload" href="${player}">`,
    `<link rel="preload" href="assets/${wasm}" as="fetch" type="application/wasm" crossorigin>`,
    ...fonts.filter((f) => f.script === "latin" && f.face !== undefined)
      .map((f) => `<link rel="preload" href="assets/${f.url.slice(2)}" as="fetch" crossorigin>`),
  ].join("\n");
  const values = {
    title: escapeHtml(english(dossier.title)), summary: escapeHtml(english(dossier.summary)),
    styles: `assets/${styles}`, page: "assets/page.js", embed: "assets/embed.js",
    dossier: `dossiers/${dossierName}`, preload, list,
    // Beside the list: compressed together, the texts that both hold travel once, which saves half of the dossier.
    json: JSON.stringify(dossier).replaceAll("<", "\\u003c"),
  };
  for (const page of ["index.html", "embed.html"]) {
    const html = fs.readFileSync(path.join(root, "web", page), "utf8")
      .replace(/\{\{(\w+)\}\}/g, (_, name) => values[/** @type {keyof typeof values} */ (name)]);
    fs.writeFileSync(path.join(out, page), html);
  }
}

await main();
