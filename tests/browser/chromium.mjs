// Starts what a browser test needs: a server of dist/ and a headless Chromium with WebGL 2 in software.
// DEMARCHE_CHROMIUM names the browser; ./dev test sets it.

import { chromium } from "playwright-core";
import { fileURLToPath } from "node:url";
import { serve } from "../../web/serve.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const commonArguments = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const webglArguments = {
  software: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  none: ["--disable-gpu", "--disable-3d-apis"],
};

/** dist/ on a free port; the options are those of serve(). */
export function serveDist(options = {}) {
  return serve(dist, options);
}

/** @param {{webgl?: "software" | "none"}} [options] */
export function launchOptions({ webgl = "software" } = {}) {
  return {
    executablePath: process.env.DEMARCHE_CHROMIUM || "/usr/bin/chromium",
    args: [...commonArguments, ...webglArguments[webgl]],
  };
}

/** @param {{webgl?: "software" | "none"}} [options] */
export function launchChromium(options) {
  return chromium.launch(launchOptions(options));
}
