// Firefox and WebKit for a test, each by its own small protocol with the commands of WebDriver, on a screen of its own
// (Xvfb: without a screen Firefox has no WebGL): Firefox by Marionette, WebKitGTK by its WebKitWebDriver.
// DEMARCHE_FIREFOX names another Firefox than Debian's.

import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * @typedef {object} Session
 * @property {(url: string) => Promise<unknown>} open
 * @property {(script: string, ...args: unknown[]) => Promise<any>} run what the body of a function returns, awaited
 * @property {(actions: object[]) => Promise<unknown>} act https://w3c.github.io/webdriver/#actions
 * @property {() => Promise<void>} end
 */

/** @type {{name: string, commands: string[][], packages: string, start: (command: string) => Promise<Session>}[]} */
export const browsers = [
  { name: "Firefox", commands: [[process.env.DEMARCHE_FIREFOX || "firefox-esr"], ["Xvfb"]], packages: "firefox-esr xvfb libgl1-mesa-dri", start: startFirefox },
  { name: "WebKit", commands: [["WebKitWebDriver"], ["Xvfb"]], packages: "webkit2gtk-driver xvfb libgl1-mesa-dri", start: startWebKit },
];

/** The one of `names` that is installed, else nothing. @param {string[]} names */
export const installed = (names) =>
  names.find((name) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0);

const waitMs = 60_000;

/** What `look` finds, once it finds something. @template T @param {() => Promise<T | undefined>} look @param {string} what */
async function found(look, what) {
  for (const endMs = Date.now() + waitMs; Date.now() < endMs; await new Promise((done) => setTimeout(done, 50))) {
    const it = await look().catch(() => undefined);
    if (it !== undefined) return it;
  }
  throw new Error(`waited in vain for ${what}`);
}

/** A screen that nobody else has. */
async function startScreen() {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const number = await new Promise((done, fail) => {
    screen.stdout.once("data", (bytes) => done(String(bytes).trim()));
    screen.once("exit", () => fail(new Error("Xvfb did not start")));
  });
  return { display: `:${number}`, end: () => { screen.kill(); } };
}

const asyncBody = (/** @type {string} */ script) => `const done = arguments[arguments.length - 1];
  (async function () { ${script} }).apply(null, [...arguments].slice(0, -1)).then(
    (value) => done({ value }), (error) => done({ error: String(error) }));`;

/** @param {{value?: unknown, error?: string}} answer */
function valueOf({ value, error }) {
  if (error) throw new Error(error);
  return value;
}

/** @param {string} command @returns {Promise<Session>} */
async function startFirefox(command) {
  const screen = await startScreen();
  const profile = await mkdtemp(join(tmpdir(), "demarche-firefox-"));
  const preferences = {
    "marionette.port": 0, "webgl.force-enabled": true, "browser.shell.checkDefaultBrowser": false, "app.update.enabled": false,
    "app.normandy.enabled": false, "datareporting.policy.dataSubmissionEnabled": false, "toolkit.telemetry.enabled": false,
    "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false,
    "services.settings.server": "data:,",
  };
  await writeFile(join(profile, "user.js"), Object.entries(preferences).map(([name, value]) =>
    `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""));
  const browser = spawn(command, ["--marionette", "--no-remote", "--profile", profile, "--window-size", "1280,1000", "about:blank"],
    { env: { ...process.env, DISPLAY: screen.display, HOME: profile }, stdio: "ignore" });
  const gone = new Promise((done) => browser.once("exit", done));
  const end = async () => {
    browser.kill();
    await gone;
    screen.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = Number(await found(() => readFile(join(profile, "MarionetteActivePort"), "utf8"), "Firefox"));
    const send = await talk(port);
    await send("WebDriver:NewSession", {});
    await send("WebDriver:SetTimeouts", { script: waitMs, pageLoad: waitMs });
    return {
      end,
      open: (url) => send("WebDriver:Navigate", { url }),
      run: async (script, ...args) =>
        valueOf((await send("WebDriver:ExecuteAsyncScript", { script: asyncBody(script), args })).value),
      act: (actions) => send("WebDriver:PerformActions", { actions }),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Marionette: "length:[0, id, command, parameters]", answered by "length:[1, id, error, result]".
 * @param {number} port @returns {Promise<(command: string, parameters: object) => Promise<any>>} */
async function talk(port) {
  const socket = connect(port, "127.0.0.1");
  /** @type {Map<number, (answer: any[]) => void>} */
  const waiting = new Map();
  let bytes = Buffer.alloc(0), sent = 0;
  await new Promise((greeted, fail) => {
    socket.on("error", fail);
    socket.on("data", (more) => {
      bytes = Buffer.concat([bytes, more]);
      for (let colon; (colon = bytes.indexOf(":")) > 0;) {
        const end = colon + 1 + Number(bytes.subarray(0, colon));
        if (bytes.length < end) return;
        const message = JSON.parse(String(bytes.subarray(colon + 1, end)));
        bytes = bytes.subarray(end);
        if (Array.isArray(message)) waiting.get(message[1])?.(message);
        else greeted(undefined);
      }
    });
  });
  return (command, parameters) => new Promise((done, fail) => {
    waiting.set(++sent, ([, , error, result]) => error ? fail(new Error(`${command}: ${error.message}`)) : done(result));
    const message = JSON.stringify([0, sent, command, parameters]);
    socket.write(`${Buffer.byteLength(message)}:${message}`);
  });
}

/** @param {string} command @returns {Promise<Session>} */
async function startWebKit(command) {
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn(command, [`--port=${port}`], { env: { ...process.env, DISPLAY: screen.display }, stdio: "ignore" });
  /** @param {string} method @param {string} path @param {object} [body] */
  const send = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = /** @type {any} */ (await answer.json());
    if (!answer.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  let session = "";
  const end = async () => {
    if (session) await send("DELETE", session).catch(() => {});
    driver.kill();
    screen.end();
  };
  try {
    await found(() => send("GET", "/status"), "WebKitWebDriver");
    session = `/session/${(await send("POST", "/session", { capabilities: {} })).sessionId}`;
    await send("POST", `${session}/timeouts`, { script: waitMs, pageLoad: waitMs });
    await send("POST", `${session}/window/rect`, { width: 1280, height: 1000 });
    return {
      end,
      open: (url) => send("POST", `${session}/url`, { url }),
      run: async (script, ...args) => valueOf(await send("POST", `${session}/execute/async`, { script: asyncBody(script), args })),
      act: (actions) => send("POST", `${session}/actions`, { actions }),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}
