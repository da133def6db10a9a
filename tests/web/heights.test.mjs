import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.location = /** @type {any} */ ({ href: "https://news.example/embed.html?src=d.json" });
const { heightMessages } = await import("../../web/heights.js");

test("a height is told in the forms of Datawrapper, AMP, Pym and Medium", () => {
  const messages = heightMessages(460, new URLSearchParams("childId=talks"));
  assert.deepEqual(messages[0], { "datawrapper-height": { talks: 460 } });
  assert.deepEqual(messages[1], { sentinel: "amp", type: "embed-size", height: 460 });
  assert.equal(messages[2], "pymxPYMxtalksxPYMxheightxPYMx460");
  assert.deepEqual(JSON.parse(/** @type {string} */ (messages[3])),
    { src: "https://news.example/embed.html?src=d.json", context: "iframe.resize", height: 460 });
});

test("without a Pym id the frame has a name of its own", () => {
  assert.deepEqual(heightMessages(620, new URLSearchParams())[0], { "datawrapper-height": { demarche: 620 } });
});
