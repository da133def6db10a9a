// The messages by which a frame tells its parent how high it wants to be.

/**
 * Datawrapper, AMP, Pym and Medium/Flourish forms of one height.
 * @param {number} height CSS px
 * @param {URLSearchParams} query of the frame; `childId` is Pym's name of the frame
 * @returns {unknown[]}
 */
export function heightMessages(height, query) {
  const id = query.get("childId") ?? "demarche";
  return [
    { "datawrapper-height": { [id]: height } },
    { sentinel: "amp", type: "embed-size", height },
    `pymxPYMx${id}xPYMxheightxPYMx${height}`,
    JSON.stringify({ src: location.href, context: "iframe.resize", height }),
  ];
}
