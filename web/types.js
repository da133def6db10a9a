// Types that several modules share; no code.

/**
 * The state of a timeline, named as in the permalink; every field is optional when it is set.
 * @typedef {object} TimelineState
 * @property {string} [view]
 * @property {string} [axis]
 * @property {string} [links]
 * @property {string} [range]
 * @property {string} [as-of]
 * @property {string} [focus]
 * @property {string} [edge]
 * @property {string} [story]
 * @property {string | number} [step]
 * @property {string} [theme]
 * @property {string} [lang]
 * @property {string} [controls]
 * @property {string} [tab]
 * @property {string} [q]
 * @property {string} [group]
 * @property {string} [zone]
 * @property {string} [lanes]
 * @property {string} [fold]
 * @property {string} [camera]
 * @property {string} [pins]
 * @property {string} [lens]
 * @property {string} [people]
 * @property {string} [members]
 */

/** One finding of a bad dossier (CONTRACT: section 1).
 * @typedef {object} Finding
 * @property {string} file
 * @property {number} line
 * @property {number} column
 * @property {string} pointer
 * @property {string} code
 * @property {"error" | "warning"} severity
 * @property {string} problem
 * @property {string} remedy
 */

export {};
