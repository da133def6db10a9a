// Graphs to lay out, and how good a layout of one is: the same code for all tools.

/** Mulberry32: the same numbers everywhere. @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @typedef {{nodes: number, links: [number, number][]}} Graph */

/**
 * Three links a node, two of three to what has many already (Barabási and Albert's preferential attachment), as among
 * actors, of whom a few speak to all.
 * @param {number} nodes @param {number} seed @returns {Graph}
 */
export function makeGraph(nodes, seed) {
  const unit = random(seed);
  /** @type {[number, number][]} */
  const links = [];
  /** @type {number[]} */
  const ends = [];
  for (let i = 1; i < nodes; i++) {
    for (let k = 0; k < 3; k++) {
      const other = ends.length === 0 || unit() < 1 / 3 ? Math.floor(unit() * i) : ends[Math.floor(unit() * ends.length)];
      if (other === i || links.some(([a, b], at) => at >= links.length - k && a === i && b === other)) continue;
      links.push([i, other]);
      ends.push(i, other);
    }
  }
  return { nodes, links };
}

/** @param {Graph} graph */
function neighboursOf({ nodes, links }) {
  /** @type {number[][]} */
  const neighbours = Array.from({ length: nodes }, () => []);
  for (const [a, b] of links) neighbours[a].push(b), neighbours[b].push(a);
  return neighbours;
}

/** Links on the shortest way from a node to each. @param {number[][]} neighbours @param {number} from */
function distancesFrom(neighbours, from) {
  const distances = new Int32Array(neighbours.length).fill(-1);
  const queue = [from];
  distances[from] = 0;
  for (let head = 0; head < queue.length; head++) {
    for (const other of neighbours[queue[head]]) {
      if (distances[other] >= 0) continue;
      distances[other] = distances[queue[head]] + 1;
      queue.push(other);
    }
  }
  return distances;
}

/**
 * The mean over pairs of (length / distance - 1) squared, at the scale that makes it least: 0 is a perfect picture. From at
 * most 300 nodes to all others.
 * @param {Graph} graph @param {Float64Array} places x and y of each node
 */
export function stressOf(graph, places) {
  const neighbours = neighboursOf(graph);
  const unit = random(99);
  const sources = graph.nodes <= 300 ? [...neighbours.keys()]
    : Array.from({ length: 300 }, () => Math.floor(unit() * graph.nodes));
  let sum = 0, sum2 = 0, pairs = 0;
  for (const from of sources) {
    const distances = distancesFrom(neighbours, from);
    for (let to = 0; to < graph.nodes; to++) {
      if (to === from || distances[to] < 0) continue;
      const share = Math.hypot(places[2 * to] - places[2 * from], places[2 * to + 1] - places[2 * from + 1]) / distances[to];
      sum += share;
      sum2 += share * share;
      pairs++;
    }
  }
  const scale = sum / sum2;
  return (scale * scale * sum2 - 2 * scale * sum + pairs) / pairs;
}

/**
 * Of pairs of links without a common end, the share that cross; of many pairs a sample.
 * @param {Graph} graph @param {Float64Array} places
 */
export function crossingsOf({ links }, places) {
  const side = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ c) =>
    (places[2 * b] - places[2 * a]) * (places[2 * c + 1] - places[2 * a + 1])
    - (places[2 * b + 1] - places[2 * a + 1]) * (places[2 * c] - places[2 * a]);
  const unit = random(7);
  let crossing = 0, pairs = 0;
  for (let i = 0; i < 2e6; i++) {
    const [a, b] = links[Math.floor(unit() * links.length)], [c, d] = links[Math.floor(unit() * links.length)];
    if (a === c || a === d || b === c || b === d) continue;
    pairs++;
    if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) crossing++;
  }
  return crossing / pairs;
}
