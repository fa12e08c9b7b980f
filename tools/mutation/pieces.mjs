/** The parts of the guidance room that are changed one after the other, each judged by the tests that stand in it. */

const room = "packages/guidance";

/** Laws over long histories that other tests pin to figures; each takes longer than all of those together. */
const long = [`${room}/**/*-laws.test.ts`, `${room}/record/ninety-days.test.ts`];

/**
 * What is changed and which tests are run for it, by the name of the piece.
 *
 * @type {Readonly<Record<string, { readonly mutate: readonly string[]; readonly tests: readonly string[] }>>}
 */
export const pieces = {
  root: {
    mutate: ["beta", "evidence", "protocol"].map((name) => `${room}/${name}.ts`),
    tests: [`${room}/*.test.ts`],
  },
  record: folder("record"),
  app: folder("app"),
  model: folder("model"),
};

/** @param {string} name */
function folder(name) {
  const files = `${room}/${name}/*`;
  return { mutate: [`${files}.ts`, `!${files}.test.ts`], tests: [`${files}.test.ts`] };
}

/** The piece of this run, named by who started it; the model where nobody did. */
export const pieceName = process.env["MUTATION_PIECE"] ?? "model";

/** The piece of this run. */
export const piece = pieces[pieceName] ?? { mutate: [], tests: [] };

/** Tests that are left out of every piece. */
export const leftOut = long;
