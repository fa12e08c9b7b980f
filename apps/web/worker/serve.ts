/** Answers calls from the page, in order of arrival, by the desk's own methods and no others. */
import { err, type Result } from "@belay/basics";
import type { DeskFault, KeyDesk } from "@belay/wire";

/** The part of a worker's scope that is needed; a message port in tests has it too. */
export interface ServePort {
  readonly addEventListener: (kind: "message", listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

/** One call. The page is our own code behind our own policy, so its arguments are checked for kind, not for sense. */
interface Call {
  readonly ref: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

const isCall = (value: unknown): value is Call =>
  typeof value === "object" &&
  value !== null &&
  "ref" in value &&
  typeof value.ref === "number" &&
  "method" in value &&
  typeof value.method === "string" &&
  "args" in value &&
  Array.isArray(value.args);

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isList = (value: unknown): value is readonly Uint8Array[] => Array.isArray(value) && value.every(isBytes);
const isLink = (value: unknown): value is { readonly secret: string; readonly replyKey: string } =>
  typeof value === "object" &&
  value !== null &&
  "secret" in value &&
  isText(value.secret) &&
  "replyKey" in value &&
  isText(value.replyKey);

type Answer = Promise<Result<unknown, DeskFault>>;

const refuse = (): Answer => Promise.resolve(err({ type: "DoesNotOpen", detail: "call" }));

/** Each method with the arguments it takes; anything else is refused without a word about why. */
const answer = (desk: KeyDesk, { method, args }: Call): Answer => {
  const [a, b, c] = args;
  switch (method) {
    case "open":
      return desk.open(a === true);
    case "seal":
      return isBytes(a) && isCount(b) && isBytes(c) ? desk.seal(a, b, c) : refuse();
    case "openMany":
      return isList(a) ? desk.openMany(a, b === true) : refuse();
    case "sealLocal":
      return isText(a) && isBytes(b) ? desk.sealLocal(a, b) : refuse();
    case "openLocal":
      return isText(a) && isBytes(b) ? desk.openLocal(a, b) : refuse();
    case "makeAsk":
      return isBytes(a) ? desk.makeAsk(a) : refuse();
    case "fragment":
      return isText(a) ? desk.fragment(a) : refuse();
    case "openReply":
      return isLink(a) && isText(b) && isBytes(c) ? desk.openReply(a, b, c) : refuse();
    case "hello":
      return isText(a) && isBytes(b) ? desk.hello(a, b) : refuse();
    case "signDelete":
      return isText(a) && isBytes(b) ? desk.signDelete(a, b) : refuse();
    case "sealBackup":
      return isList(a) ? desk.sealBackup(a) : refuse();
    case "openBackup":
      return isBytes(a) && isText(b) ? desk.openBackup(a, b) : refuse();
    case "destroy":
      return desk.destroy();
    default:
      return refuse();
  }
};

/** Serves a desk on a port. A bug in the desk answers as unreachable instead of leaving the page waiting. */
export const serve = (port: ServePort, desk: KeyDesk): void => {
  port.addEventListener("message", ({ data }) => {
    if (!isCall(data)) return;
    void answer(desk, data)
      .catch(() => err<DeskFault>({ type: "DeskUnreachable" }))
      .then((result) => port.postMessage({ ref: data.ref, result }));
  });
};
