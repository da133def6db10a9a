// The layouts that are compared, each as its documentation says it is done, without a screen.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** @typedef {import("./graph.mjs").Graph} Graph */
/** @typedef {{name: string, load: (build: string) => Promise<(graph: Graph) => Float64Array>}} Tool */

/** @param {Graph} graph @param {(i: number) => {x: number, y: number}} at */
function placesFrom({ nodes }, at) {
  const places = new Float64Array(2 * nodes);
  for (let i = 0; i < nodes; i++) [places[2 * i], places[2 * i + 1]] = [at(i).x, at(i).y];
  return places;
}

/** @param {"default" | "draft"} quality @returns {Tool["load"]} */
const fcose = (quality) => async () => {
  const { default: cytoscape } = await import("cytoscape");
  const { default: plugin } = await import("cytoscape-fcose");
  cytoscape.use(plugin);
  return (graph) => {
    const cy = cytoscape({ headless: true, elements: [
      ...Array.from({ length: graph.nodes }, (_, i) => ({ data: { id: `${i}` } })),
      ...graph.links.map(([source, target], i) => ({ data: { id: `e${i}`, source: `${source}`, target: `${target}` } })),
    ] });
    cy.layout(/** @type {any} */ ({ name: "fcose", quality, animate: false, randomize: true, fit: false })).run();
    return placesFrom(graph, (i) => cy.getElementById(`${i}`).position());
  };
};

/** @type {Tool[]} */
export const tools = [
  { name: "Demarche", async load(build) {
    const nothing = () => 0;
    const imports = { env: { emscripten_notify_memory_growth: nothing }, wasi_snapshot_preview1: { proc_exit: nothing } };
    const { instance } = await WebAssembly.instantiate(await readFile(join(build, "layout.wasm")), imports);
    const { malloc, free, place, memory, _initialize } = /** @type {any} */ (instance.exports);
    _initialize();
    return ({ nodes, links }) => {
      const given = malloc(8 * links.length), out = malloc(16 * nodes);
      new Uint32Array(memory.buffer, given).set(links.flat());
      place(nodes, given, links.length, out);
      const places = new Float64Array(memory.buffer, out, 2 * nodes).slice();
      free(given);
      free(out);
      return places;
    };
  } },
  { name: "d3-force", async load() {
    const { forceSimulation, forceManyBody, forceLink, forceX, forceY } = await import("d3-force");
    return (graph) => {
      const nodes = Array.from({ length: graph.nodes }, () => /** @type {any} */ ({}));
      const simulation = forceSimulation(nodes).stop().force("charge", forceManyBody())
        .force("link", forceLink(graph.links.map(([source, target]) => ({ source, target }))))
        .force("x", forceX()).force("y", forceY());
      simulation.tick(300);
      return placesFrom(graph, (i) => nodes[i]);
    };
  } },
  { name: "graphology ForceAtlas2, 500 rounds", async load() {
    const { default: graphology } = await import("graphology");
    const { default: forceAtlas2 } = await import("graphology-layout-forceatlas2");
    return ({ nodes, links }) => {
      const graph = new graphology.UndirectedGraph();
      let state = 1;
      const unit = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
      for (let i = 0; i < nodes; i++) graph.addNode(i, { x: unit(), y: unit() });
      for (const [a, b] of links) graph.mergeEdge(a, b);
      const found = forceAtlas2(graph, { iterations: 500, settings: forceAtlas2.inferSettings(graph) });
      return placesFrom({ nodes, links }, (i) => found[i]);
    };
  } },
  { name: "cytoscape fcose", load: fcose("default") },
  { name: "cytoscape fcose, draft", load: fcose("draft") },
];
