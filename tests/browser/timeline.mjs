// A page with a timeline in Chromium, as the browser tests see it: opened on a server of dist/, waited
// for by its own promises, with everything it asked the network for and every message of its console.

import { launchChromium, serveDist } from "./chromium.mjs";

const timeoutMs = 20_000;

/**
 * Starts server and browser for a test file.
 * @param {{webgl?: "software" | "none"}} [options]
 */
export async function start(options = {}) {
  const server = await serveDist();
  const browser = await launchChromium(options);
  return {
    server,
    browser,
    /** @param {string} path @param {import("playwright-core").BrowserContextOptions} [context] */
    open: (path, context = {}) => openPage(browser, server, path, context),
    /** @param {string} body @param {import("playwright-core").BrowserContextOptions} [context] */
    openArticle: (body, context = {}) => openArticle(browser, server, body, context),
    async closePages() {
      for (const context of browser.contexts()) await context.close();
    },
    async stop() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * @param {import("playwright-core").Browser} browser @param {any} server
 * @param {string} path @param {import("playwright-core").BrowserContextOptions} options
 */
async function openPage(browser, server, path, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(timeoutMs);
  const requests = /** @type {string[]} */ ([]);
  const errors = /** @type {string[]} */ ([]);
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(new URL(path, server.url).href);
  return Object.assign(page, { requests, errors });
}

/**
 * A newsroom's page of its own on the same server: it listens to its frames and has room to scroll.
 * @param {import("playwright-core").Browser} browser @param {any} server
 * @param {string} body @param {import("playwright-core").BrowserContextOptions} options
 */
async function openArticle(browser, server, body, options) {
  const page = await openPage(browser, server, "icon.svg", options);
  await page.route("**/article.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><style>body { margin: 0 } .above { height: 300px } .below { height: 2000px }</style>
      <script>window.heard = []; addEventListener("message", (event) => heard.push(event.data));</script>
      <script type="module" src="demarche.js"></script>${body}`,
  }));
  await page.goto(new URL("article.html", server.url).href);
  return page;
}

/** Waits until the (first) timeline is open and still. @param {import("playwright-core").Page | import("playwright-core").Frame} page */
export async function idle(page) {
  await page.locator("demarche-timeline").first().evaluate((/** @type {any} */ element, timeout) => Promise.race([
    element.ready.then(() => element.whenIdle()),
    new Promise((_, reject) => setTimeout(() => reject(new Error("not ready in time")), timeout)),
  ]), timeoutMs);
}

/** @param {import("playwright-core").Page | import("playwright-core").Frame} page */
export async function inspect(page) {
  await idle(page);
  return page.locator("demarche-timeline").first().evaluate((/** @type {any} */ element) => element.inspect());
}

/** @param {import("playwright-core").Page | import("playwright-core").Frame} page */
export async function state(page) {
  await idle(page);
  return page.locator("demarche-timeline").first().evaluate((/** @type {any} */ element) => element.state);
}

/** The item of that id on the canvas. @param {any} seen of inspect() @param {string} id */
export function itemOf(seen, id) {
  const item = seen.items.find((/** @type {any} */ one) => one.id === id);
  if (!item) throw new Error(`${id} is not on the canvas: ${seen.items.map((/** @type {any} */ one) => one.id).join(" ")}`);
  return item;
}

/** Clicks a point of the canvas. @param {import("playwright-core").Page} page @param {number} x @param {number} y */
export async function clickCanvas(page, x, y) {
  await page.locator("demarche-timeline canvas").first().click({ position: { x, y } });
  await idle(page);
}
