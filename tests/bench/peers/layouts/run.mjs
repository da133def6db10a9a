// One layout in a process of its own: `node run.mjs TOOL NODES SEED BUILD`, where TOOL is a number. Prints JSON.

import { makeGraph, crossingsOf, stressOf } from "./graph.mjs";
import { tools } from "./tools.mjs";

const [tool, nodes, seed, build] = process.argv.slice(2);
const layout = await tools[Number(tool)].load(build);
layout(makeGraph(50, 1)); // what is compiled first
const graph = makeGraph(Number(nodes), Number(seed));
const before = process.cpuUsage();
const places = layout(graph);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpu_ms: (user + system) / 1000, stress: stressOf(graph, places), crossings: crossingsOf(graph, places) }));
