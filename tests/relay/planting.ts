/** Changes one text of one source while it is built, so that a test or a proof is seen to notice. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.cwd();

/** One text of one file, and what stands there instead. */
export interface Fault {
  /** From the root of the tree. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** Throws where the text is not there exactly once: a fault that was not planted must not pass for one that was caught. */
export const planting = ({ file, find, put }: Fault) => {
  if (readFileSync(join(root, file), "utf8").split(find).length !== 2) throw new Error(`${file} has no one "${find}"`);
  return {
    name: "fault",
    enforce: "pre" as const,
    transform: (code: string, id: string) => (id.endsWith(file) ? code.replace(find, () => put) : null),
  };
};
