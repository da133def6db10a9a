// What web/build.mjs generates, and style sheets as text.
declare module "demarche:app.js" {
  const createDemarche: (options: object) => Promise<any>;
  export default createDemarche;
}
declare module "demarche:app.wasm" {
  const path: string;
  export default path;
}
declare module "demarche:fonts" {
  export const fontFiles: object[];
}
declare module "demarche:sizes" {
  export const appBytes: number;
}
declare module "*.css" {
  const text: string;
  export default text;
}
