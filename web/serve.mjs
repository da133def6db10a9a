// A small static server for ./dev serve and the browser tests: this machine only, compressed as a CDN would, under the
// Content-Security-Policy that Demarche promises to work with. As a program: node web/serve.mjs FOLDER [--port N].

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data:; font-src 'self'; connect-src 'self'";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const alreadyCompressed = new Set([".ico", ".jpg", ".png", ".woff2"]);

/**
 * The compressed forms of the files served so far, until they change.
 * @type {Map<string, {mtimeMs: number, bytes: Promise<Buffer>}>}
 */
const compressed = new Map();

/** @param {string} path @param {number} mtimeMs @param {Buffer} bytes @param {"br" | "gzip"} encoding */
function compress(path, mtimeMs, bytes, encoding) {
  const key = `${encoding} ${path}`;
  const known = compressed.get(key);
  if (known?.mtimeMs === mtimeMs) return known.bytes;
  const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } };
  const result = encoding === "br" ? brotli(bytes, quality) : gzip(bytes);
  compressed.set(key, { mtimeMs, bytes: result });
  return result;
}

/** @param {string} acceptEncoding @param {string} extension @returns {"br" | "gzip" | undefined} */
function chooseEncoding(acceptEncoding, extension) {
  if (alreadyCompressed.has(extension)) return undefined;
  if (/\bbr\b/.test(acceptEncoding)) return "br";
  if (/\bgzip\b/.test(acceptEncoding)) return "gzip";
  return undefined;
}

/** The decoded path of a request, or undefined when it is none. @param {string} url */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/** The file a path stands for, or undefined when it leads out of the folder. @param {string} root @param {string} path */
function fileOf(root, path) {
  const file = join(root, normalize(path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(root + sep) && !file.includes("\0") ? file : undefined;
}

/**
 * Serves a folder on 127.0.0.1.
 * @param {string} folder
 * @param {{port?: number, csp?: string | null, files?: Record<string, string>}} [options] port 0, the default, takes a
 *   free one; csp null sends no policy; files adds or replaces paths ("/broken.json") with contents from memory
 * @returns {Promise<{url: string, requests: string[], close: () => Promise<void>}>} requests: every path asked for
 */
export async function serve(folder, { port = 0, csp = contentSecurityPolicy, files = {} } = {}) {
  const root = resolve(folder);
  /** @type {string[]} */
  const requests = [];

  const server = createServer(async (request, response) => {
    const url = request.url ?? "/";
    requests.push(url);
    /** @type {Record<string, string | number>} */
    const headers = { "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff",
      "Access-Control-Allow-Origin": "*" };  // pages of other origins may use the element
    if (csp !== null) headers["Content-Security-Policy"] = csp;
    /** @param {number} status @param {string | Buffer} body */
    const answer = (status, body) => {
      headers["Content-Length"] = Buffer.byteLength(body);
      response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
    };

    headers["Content-Type"] = types[".txt"];
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, "only GET and HEAD\n");
    const path = pathOf(url);
    if (path === undefined) return answer(400, "not a path\n");
    if (Object.hasOwn(files, path)) {
      headers["Content-Type"] = types[extname(path)] ?? types[".html"];
      return answer(200, files[path]);
    }
    const file = fileOf(root, path);
    const found = file && (await stat(file).catch(() => undefined));
    if (!file || !found?.isFile()) return answer(404, "not found\n");

    const extension = extname(file);
    headers["Content-Type"] = types[extension] ?? "application/octet-stream";
    headers["Vary"] = "Accept-Encoding";
    const bytes = await readFile(file);
    const encoding = chooseEncoding(String(request.headers["accept-encoding"] ?? ""), extension);
    if (!encoding) return answer(200, bytes);
    headers["Content-Encoding"] = encoding;
    return answer(200, await compress(file, found.mtimeMs, bytes, encoding));
  });

  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => listening(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    requests,
    close: () => new Promise((closed) => {
      server.close(() => closed(undefined));
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? "dist";
  const flag = process.argv.indexOf("--port");
  const port = flag < 0 ? 8080 : Number(process.argv[flag + 1]);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error("serve: --port takes a number from 0 to 65535");
    process.exit(2);
  }
  try {
    const { url } = await serve(folder, { port });
    console.log(`Demarche is at ${url} (Ctrl+C ends it)`);
  } catch (error) {
    const busy = /** @type {NodeJS.ErrnoException} */ (error).code === "EADDRINUSE";
    console.error(busy ? `serve: port ${port} is taken; choose another with --port N` : String(error));
    process.exit(1);
  }
}
