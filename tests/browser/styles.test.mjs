// What styles must hold whatever they look like: nothing scrolls sideways, nothing clips the focus, nothing is told
// by colour alone where the reader's own colours are forced.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { idle, start } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

for (const { name, viewport } of [
  { name: "a phone", viewport: { width: 390, height: 844 } }, { name: "a small window", viewport: { width: 640, height: 700 } },
  { name: "a desk", viewport: { width: 1280, height: 800 } },
]) {
  test(`on ${name} nothing in the pane scrolls sideways`, async () => {
    const page = await web.open("", { viewport });
    await idle(page);
    for (const state of [{}, { focus: "geneva-2022" }, { focus: "us" }, { tab: "list" }, { tab: "positions" }, { tab: "sources" }]) {
      await page.evaluate((change) => { /** @type {any} */ (document.querySelector("demarche-timeline")).state = change; }, state);
      await idle(page);
      const { content, width } = await page.locator(".dm-scroll").first().evaluate((e) => ({ content: e.scrollWidth, width: e.clientWidth }));
      assert.ok(content <= width, `${JSON.stringify(state)}: ${content} px in ${width}`);
    }
  });
}

test("whatever its width, all of the bar can be reached", async () => {
  const page = await web.open("");
  for (const width of [1280, 1040, 1039, 900, 899, 720, 700, 699, 640, 500, 390, 320]) {
    for (const height of [800, 400]) {
      await page.setViewportSize({ width, height });
      await page.waitForFunction((w) => document.querySelector("demarche-timeline")?.clientWidth === w, width);
      await idle(page);
      const { content, shown } = await page.locator(".dm-bar").evaluate((bar) => ({ content: bar.scrollWidth, shown: bar.clientWidth }));
      assert.ok(content <= shown, `${width} by ${height}: ${content} px`);
    }
  }
});

for (const { opens, width } of [
  { opens: "", width: 1000 }, { opens: ".dm-bar .dm-btn-lanes", width: 1280 }, { opens: ".dm-bar .dm-btn-graph", width: 1280 },
]) {
  test(`the ring of the focus is not cut off in ${opens ? `what ${opens} opens` : "the bar"}`, async () => {
    const page = await web.open("", { viewport: { width, height: 800 } });
    await idle(page);
    if (opens) await page.locator(opens).click();
    await page.keyboard.press("Tab");  // from here on the focus shows
    const cut = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("demarche-timeline")?.shadowRoot);
      const place = root.querySelector("dialog[open]") ?? /** @type {Element} */ (root.querySelector(".dm-bar"));
      return [...place.querySelectorAll("button, select")].filter((/** @type {any} */ control) => {
        if (!control.checkVisibility()) return false;
        control.focus();
        const { outlineOffset, outlineWidth } = getComputedStyle(control);
        const reach = Math.max(0, parseFloat(outlineOffset) + parseFloat(outlineWidth));
        const box = control.getBoundingClientRect();
        for (let around = control.parentElement; around && around !== place; around = around.parentElement) {
          if (getComputedStyle(around).overflow === "visible") continue;
          const edge = around.getBoundingClientRect();
          if (box.left - reach < edge.left || box.right + reach > edge.right || box.top - reach < edge.top) return true;
        }
        return false;
      }).map((control) => control.textContent);
    });
    assert.deepEqual(cut, []);
  });
}

test("with forced colours a button that is pressed has an outline", async () => {
  const page = await web.open("#links=all", { forcedColors: "active" });
  await idle(page);
  for (const opens of ["", ".dm-bar .dm-btn-lanes", ".dm-bar .dm-btn-graph"]) {
    if (opens) await page.locator(opens).click();
    const place = page.locator(opens ? "dialog[open]" : ".dm-bar");
    const outlines = await place.locator("button[aria-pressed=true]:visible").evaluateAll((buttons) =>
      buttons.map((button) => getComputedStyle(button).outlineStyle));
    assert.ok(outlines.length > 0);
    assert.ok(outlines.every((style) => style !== "none"), outlines.join());
    if (opens) await page.keyboard.press("Escape");
  }
});

test("what is printed is the list, without the page around it", async () => {
  const page = await web.open("#focus=nonsense");
  await idle(page);
  await page.locator(".dm-missing").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByRole("heading", { name: "Founding Act" }).first().isVisible());
  for (const part of [".dm-stage", ".dm-pane-content", ".dm-missing", ".dm-btn-story"]) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
  const lines = await page.locator(".dm-pane").evaluate((pane) => getComputedStyle(pane).borderWidth);
  assert.equal(lines, "0px");
});

test("where only the beginning of a text shows there are no footnotes", async () => {
  const page = await web.open("embed.html?src=dossiers/ukraine-talks-2022.json&focus=geneva-2022", { viewport: { width: 720, height: 460 } });
  await idle(page);
  assert.ok(await page.locator(".dm-card .dm-text").first().isVisible());
  assert.equal(await page.locator(".dm-card .dm-ref:visible").count(), 0);
});
