// A good guest: no frames when nothing changes, no third party, the page's scroll and keys, sharpness.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { idle, inspect, itemOf, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** @param {import("playwright-core").Page} page */
const frames = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("demarche-timeline")).inspect().frames);

test("nothing changes: no frame, no request, no timer's work", async () => {
  const page = await web.open("");
  await idle(page);
  const before = await frames(page);
  const requests = page.requests.length;
  // Sixty turns of the page's own clock: a frame loop would have drawn in each.
  await page.evaluate(async () => { for (let i = 0; i < 60; i++) await new Promise(requestAnimationFrame); });
  assert.equal(await frames(page), before);
  assert.equal(page.requests.length, requests);
});

test("a frame does not wait for the one before to be drawn", async () => {
  // Each of these is answered once the GPU has done all that it was given.
  const page = await web.openArticle(`<script>
    window.questions = 0;
    for (const name of ["getParameter", "isEnabled", "getError", "readPixels"]) {
      const ask = WebGL2RenderingContext.prototype[name];
      WebGL2RenderingContext.prototype[name] = function (...args) { window.questions++; return ask.apply(this, args); };
    }
    </script><demarche-timeline src="dossiers/ukraine-talks-2022.json"></demarche-timeline>`);
  await idle(page);
  const questions = () => page.evaluate(() => /** @type {any} */ (window).questions);
  const [asked, drawn] = [await questions(), await frames(page)];
  assert.ok(asked > 0, "they are counted");
  await page.locator("canvas").focus();
  await page.keyboard.press("+");
  await idle(page);
  assert.ok(await frames(page) > drawn);
  assert.equal(await questions(), asked);
});

test("everything comes from the page's own origin, under the contract's policy", async () => {
  const page = await web.open("");
  await idle(page);
  const origin = new URL(page.url()).origin;
  assert.deepEqual(page.requests.filter((url) => new URL(url).origin !== origin), []);
  const response = await page.request.get(page.url());
  assert.match(response.headers()["content-security-policy"] ?? "", /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/);
  assert.deepEqual(page.errors, [], "a violation is told in the console");
});

test("the wheel scrolls the article until the canvas is clicked, and again after Escape", async () => {
  const page = await web.openArticle(`<div class="above"></div>
    <demarche-timeline src="dossiers/ukraine-talks-2022.json"></demarche-timeline><div class="below"></div>`);
  await idle(page);
  const range = async () => (await state(page)).range;
  const open = await range();
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("no canvas");
  await page.mouse.move(box.x + 400, box.y + 150);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await range(), open, "the page's wheel");
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(() => scrollY === 0);
  await page.mouse.click(box.x + 300, box.y + 60);  // on the ribbons, where nothing is selected
  await page.mouse.wheel(0, -240);
  await page.waitForFunction((before) => /** @type {any} */ (document.querySelector("demarche-timeline")).state.range !== before, open);
  assert.equal(await page.evaluate(() => scrollY), 0, "the canvas's wheel");
  await page.keyboard.press("Escape");
  await idle(page);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY > 0);
});

/** What shows after an event that Chromium itself does not make. @param {string} type @param {object} init */
async function rangeAfter(type, init) {
  const page = await web.open("");
  await idle(page);
  const ours = await page.locator("canvas").evaluate((canvas, { type, init }) => {
    const box = canvas.getBoundingClientRect();
    const at = { clientX: box.left + 500, clientY: box.top + 200, bubbles: true, cancelable: true };
    const events = type === "wheel" ? [new WheelEvent(type, { ...at, ...init })]
      : [1, 1.2, 1.5].map((scale, i) => Object.assign(new MouseEvent(i ? "gesturechange" : "gesturestart", at), { scale }));
    return events.map((event) => !canvas.dispatchEvent(event)).every(Boolean);
  }, { type, init });
  assert.ok(ours, "the page does not zoom as well");
  return (await state(page)).range;
}

test("a wheel that tells lines, as Firefox's does, zooms as far as one that tells pixels", async () => {
  const pixels = await rangeAfter("wheel", { ctrlKey: true, deltaY: -96 });
  assert.equal(await rangeAfter("wheel", { ctrlKey: true, deltaY: -6, deltaMode: 1 }), pixels);
});

test("a pinch on a Mac's trackpad zooms the canvas in Safari, too", async () => {
  const [from, to] = (await rangeAfter("gesture", {})).split("/");
  assert.ok(Date.parse(to) - Date.parse(from) < 20 * 365 * 86400e3, `${from}/${to}`);
});

test("keys are taken only while the canvas has the focus", async () => {
  const page = await web.open("#focus=geneva-2022");
  await idle(page);
  await page.locator(".dm-find input").focus();
  await page.keyboard.type("l]g");
  const now = await state(page);
  assert.equal(now.axis, "adaptive");
  assert.equal(now["as-of"], "2022-01-09");
  assert.equal(now.q, "l]g");
});

test("the canvas has one pixel for each of the screen's", async () => {
  for (const deviceScaleFactor of [1, 1.5, 2, 3]) {
    const page = await web.open("", { deviceScaleFactor });
    await idle(page);
    const size = await page.locator("canvas").evaluate((/** @type {HTMLCanvasElement} */ canvas) =>
      ({ drawn: canvas.width, shown: canvas.clientWidth * devicePixelRatio }));
    assert.ok(Math.abs(size.drawn - size.shown) <= 1, JSON.stringify(size));
    await page.context().close();
  }
});

test("a page that Safari zooms is as sharp, though its pixel ratio stays", async () => {
  const page = await web.open("icon.svg");
  await page.addInitScript(() => {
    Object.defineProperty(ResizeObserverEntry.prototype, "devicePixelContentBoxSize", { get: () => undefined });
    Object.defineProperty(window, "outerWidth", { get: () => 2 * innerWidth });
  });
  await page.goto(web.server.url);
  await idle(page);
  const size = await page.locator("canvas").evaluate((/** @type {HTMLCanvasElement} */ canvas) => [canvas.width, 2 * canvas.clientWidth]);
  assert.equal(size[0], size[1]);
});

test("after a resize and after a hidden time the layout is right", async () => {
  const page = await web.open("");
  await idle(page);
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.waitForFunction(() => document.querySelector("demarche-timeline")?.getAttribute("data-size") === "medium");
  const medium = await inspect(page);
  await page.evaluate(() => { /** @type {HTMLElement} */ (document.querySelector("demarche-timeline")).style.display = "none"; });
  await page.evaluate(() => { /** @type {HTMLElement} */ (document.querySelector("demarche-timeline")).style.display = ""; });
  const again = await inspect(page);
  assert.deepEqual(again.items, medium.items);
  assert.ok(medium.viewport.w <= 1000);
});

test("a lost WebGL context comes back with the same picture and the same state", async () => {
  const page = await web.open("#focus=geneva-2022");
  const before = await inspect(page);
  const picture = await page.locator("canvas").screenshot();
  await page.evaluate(async () => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector("demarche-timeline")?.shadowRoot?.querySelector("canvas"));
    const lose = canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    const lost = new Promise((done) => canvas.addEventListener("webglcontextlost", done, { once: true }));
    lose?.loseContext();
    await lost;
    const restored = new Promise((done) => canvas.addEventListener("webglcontextrestored", done, { once: true }));
    // A context can be restored once the turn that told of its loss is over.
    setTimeout(() => lose?.restoreContext());
    await restored;
  });
  const after = await inspect(page);
  assert.equal(after.selection, "geneva-2022");
  assert.deepEqual(after.items, before.items);
  assert.ok(picture.equals(await page.locator("canvas").screenshot()), "drawn as before");
});

/** One finger from one point to another. @param {import("playwright-core").Page} page
 * @param {{x: number, y: number}} from @param {{x: number, y: number}} to */
async function drag(page, from, to) {
  const cdp = await page.context().newCDPSession(page);
  const steps = 8;
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [from] });
  for (let i = 1; i <= steps; i++) {
    const at = { x: from.x + (to.x - from.x) * i / steps, y: from.y + (to.y - from.y) * i / steps };
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [at] });
  }
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** An article on a touch screen, with where its canvas is. */
async function openOnTouch() {
  const page = await web.openArticle(`<demarche-timeline src="dossiers/ukraine-talks-2022.json" range="2014/2022-01-13"></demarche-timeline>
    <div class="below"></div>`, { viewport: { width: 1024, height: 768 }, hasTouch: true });
  const open = (await state(page)).range;
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("no canvas");
  return { page, box, open };
}

test("touch: an upright drag is the page's", async () => {
  const { page, box, open } = await openOnTouch();
  await drag(page, { x: box.x + 500, y: box.y + 300 }, { x: box.x + 510, y: box.y + 100 });
  await page.waitForFunction(() => scrollY > 0);
  assert.equal((await state(page)).range, open);
});

test("touch: a sideways drag pans, a tap selects", async () => {
  const { page, box, open } = await openOnTouch();
  await drag(page, { x: box.x + 400, y: box.y + 200 }, { x: box.x + 600, y: box.y + 205 });
  await page.waitForFunction((before) => /** @type {any} */ (document.querySelector("demarche-timeline")).state.range !== before, open);
  assert.equal(await page.evaluate(() => scrollY), 0);
  const summit = itemOf(await inspect(page), "geneva-summit-2021");
  await page.touchscreen.tap(box.x + summit.x + summit.w / 2, box.y + summit.y + summit.h / 2);
  assert.equal((await state(page)).focus, "geneva-summit-2021");
});

test("touch: two fingers that part zoom in", async () => {
  const { page, box, open } = await openOnTouch();
  const seconds = async () => {
    const [from, to] = (await state(page)).range.split("/").map((/** @type {string} */ one) => Date.parse(one));
    return (to - from) / 1000;
  };
  const before = await seconds();
  const cdp = await page.context().newCDPSession(page);
  const fingers = (/** @type {number} */ apart) => [
    { x: box.x + 500 - apart, y: box.y + 200, id: 0 }, { x: box.x + 500 + apart, y: box.y + 200, id: 1 }];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(40) });
  for (const apart of [60, 80, 100]) {
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(apart) });
  }
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.waitForFunction((range) => /** @type {any} */ (document.querySelector("demarche-timeline")).state.range !== range, open);
  assert.ok(await seconds() < before, "less time in view");
});

test("on a phone time runs down and the pane is a sheet", async () => {
  const page = await web.open("#focus=geneva-2022", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const seen = await inspect(page);
  const geneva = itemOf(seen, "geneva-2022"), vienna = itemOf(seen, "vienna-osce-2022");
  assert.ok(vienna.y > geneva.y + 40, "Thursday stands below Monday");
  const sheet = await page.locator(".dm-pane").boundingBox();
  const canvas = await page.locator("canvas").boundingBox();
  assert.ok(sheet && canvas && canvas.y + geneva.y + geneva.h < sheet.y, "the sheet hides no talk");
  await page.getByRole("button", { name: "Actors" }).click();
  const graph = await inspect(page);
  assert.equal(graph.items.length, 0);
  assert.ok(graph.graph.nodes.some((/** @type {any} */ node) => node.id === "russia"));
});

test("on a phone with the browser's bars the sheet leaves most of the height to the drawing, and covers no actor", async () => {
  for (const height of [553, 664, 844]) {
    const page = await web.open("#view=graph&as-of=2022-01-13", { viewport: { width: 375, height }, hasTouch: true, isMobile: true });
    const { graph } = await inspect(page);
    const sheet = /** @type {{y: number}} */ (await page.locator(".dm-pane").boundingBox());
    const canvas = /** @type {{y: number}} */ (await page.locator("canvas").boundingBox());
    assert.ok(sheet.y - canvas.y > 0.5 * height, `${sheet.y - canvas.y} of ${height}`);
    const lowest = canvas.y + Math.max(...graph.nodes.map((/** @type {any} */ { y }) => y));
    assert.ok(lowest + 70 < sheet.y, `an actor at ${lowest}, the sheet from ${sheet.y} on`);
  }
});

/** A phone with an article around a timeline. */
async function openPhoneArticle() {
  const page = await web.openArticle(`<demarche-timeline src="dossiers/ukraine-talks-2022.json" style="height:600px"></demarche-timeline>
    <div class="below"></div>`, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await idle(page);
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("no canvas");
  const ticks = (await inspect(page)).axis.ticks;
  const dayY = (/** @type {string} */ date) => {
    const tick = ticks.find((/** @type {any} */ one) => one.date.startsWith(date));
    if (!tick) throw new Error(`${date} is not on the axis`);
    return box.y + tick.x;
  };
  return { page, box, dayY };
}

test("phone: the playhead follows the finger day by day, and the article stays", async () => {
  const { page, dayY } = await openPhoneArticle();
  const from = { x: 330, y: dayY("2022-01-10") - 3 };
  await drag(page, from, { x: 330, y: from.y - (dayY("2022-01-11") - dayY("2022-01-10")) });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("demarche-timeline")).state["as-of"] === "2022-01-08");
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test("phone: an upright drag that begins elsewhere scrolls the article", async () => {
  const { page, dayY } = await openPhoneArticle();
  const before = await state(page);
  const y = dayY("2022-01-08") + 5;
  await drag(page, { x: 300, y }, { x: 303, y: y - 120 });
  await page.waitForFunction(() => scrollY > 0);
  assert.deepEqual(await state(page), before);
});

test("phone: the brush is moved by its middle", async () => {
  const { page, box } = await openPhoneArticle();
  const range = (await state(page)).range;
  const y = box.y + 125;
  await page.evaluate(() => { /** @type {any} */ (document.querySelector("demarche-timeline")).state = { range: "2000/2013" }; });
  await idle(page);
  const open = (await state(page)).range;
  assert.notEqual(open, range);
  const before = await page.evaluate(() => scrollY);
  await drag(page, { x: 20, y }, { x: 20, y: y - 40 });
  await page.waitForFunction((was) => /** @type {any} */ (document.querySelector("demarche-timeline")).state.range !== was, open);
  assert.equal(await page.evaluate(() => scrollY), before);
});

test("phone: a long press opens the event's page", async () => {
  const page = await web.open("", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const geneva = itemOf(await inspect(page), "geneva-2022");
  const box = await page.locator("canvas").boundingBox();
  const cdp = await page.context().newCDPSession(page);
  const at = { x: (box?.x ?? 0) + geneva.x + geneva.w / 2, y: (box?.y ?? 0) + geneva.y + geneva.h / 2 };
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
  await page.waitForFunction(() => document.querySelector("demarche-timeline")?.getAttribute("data-sheet") === "full");
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  assert.equal((await state(page)).focus, "geneva-2022");
});

test("phone: the search takes the title's place and gives it back", async () => {
  const page = await web.open("", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await idle(page);
  const title = page.locator(".dm-bar-title");
  await page.getByRole("button", { name: "Find" }).tap();
  await page.locator(".dm-find input").waitFor();
  assert.equal(await title.isVisible(), false);
  await page.keyboard.press("Escape");
  await title.waitFor();
  await page.locator(".dm-find").waitFor({ state: "hidden" });
});

test("letters that are fetched later are drawn like those that were there from the start", async () => {
  const page = await web.open("#view=timeline");
  await page.evaluate(() => { /** @type {any} */ (document.querySelector("demarche-timeline")).state = { lang: "uk" }; });
  await idle(page);
  const late = await page.locator("canvas").screenshot();
  const other = await web.open("#view=timeline");
  await other.route("**/ukrainian.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><script type="module" src="demarche.js"></script>
      <style>body { margin: 0 } demarche-timeline { height: 800px }</style>
      <demarche-timeline lang="uk" view="timeline" src="dossiers/ukraine-talks-2022.json"></demarche-timeline>`,
  }));
  await other.goto(new URL("ukrainian.html", web.server.url).href);
  await idle(other);
  const fromTheStart = await other.locator("canvas").screenshot();
  // The letters lie elsewhere in the atlas, so their edges may differ by a shade.
  const differing = await other.evaluate(async (pictures) => {
    const [a, b] = await Promise.all(pictures.map(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context?.drawImage(image, 0, 0);
      return context?.getImageData(0, 0, image.width, image.height).data ?? [];
    }));
    return a.length === b.length ? [...a].filter((value, i) => Math.abs(value - b[i]) > 48).length : NaN;
  }, [late, fromTheStart].map((picture) => picture.toString("base64")));
  assert.equal(differing, 0);
});

test("a frame that is low keeps its lanes: the pane is a strip, not a sheet", async () => {
  const page = await web.openArticle('<iframe src="embed.html?src=dossiers/ukraine-talks-2022.json&focus=geneva-2022" width="718" height="460"></iframe>');
  await page.waitForFunction(() => /** @type {any} */ (window).heard.length > 0);
  const frame = page.frames()[1];
  const geneva = itemOf(await inspect(frame), "geneva-2022");
  const [canvas, pane] = await Promise.all(["canvas", ".dm-pane"].map((part) => frame.locator(part).boundingBox()));
  assert.ok(canvas && pane && canvas.y + geneva.y + geneva.h <= pane.y, "the pane covers no mark");
});
