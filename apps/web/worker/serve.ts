/** Answers calls from the page, in order of arrival, by the desk's own methods and no others. */
import { err, type Result } from "@belay/basics";
import type { DeskFault, KeyDesk } from "@belay/wire";
import {
  isBytes,
  isBytesOf,
  isCode,
  isCount,
  isCut,
  isDevice,
  isEnvelopeType,
  isLink,
  isList,
  isName,
  isPass,
  isPassOrNone,
  isSeen,
  isShareLink,
  isText,
} from "./arguments.ts";
import { mayCross } from "./crossing.ts";

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

/** What every method promises: a value or one of the desk's own faults, never a throw. */
type Answer = Promise<Result<unknown, DeskFault>>;
/** Looks at the arguments of one method and calls it, or refuses. */
type Handler = (desk: KeyDesk, args: readonly unknown[]) => Answer;

/** The one answer to everything that is no proper call: which part was wrong helps only a stranger. */
const refuse = (): Answer => Promise.resolve(err({ type: "DoesNotOpen", detail: "call" }));

/** Each method with the arguments it takes; anything else is refused without a word about why. */
const handlers: { readonly [M in keyof KeyDesk]: Handler } = {
  status: (desk) => desk.status(),
  open: (desk, [a]) => desk.open(a === true),
  seal: (desk, [a, b, c, d]) =>
    isBytes(a) && isCount(b) && isBytes(c) && isEnvelopeType(d) ? desk.seal(a, b, c, d) : refuse(),
  openMany: (desk, [a, b]) => (isList(a) ? desk.openMany(a, b === true) : refuse()),
  sealLocal: (desk, [a, b]) => (isText(a) && isBytes(b) ? desk.sealLocal(a, b) : refuse()),
  openLocal: (desk, [a, b]) => (isText(a) && isBytes(b) ? desk.openLocal(a, b) : refuse()),
  makeAsk: (desk, [a]) => (isBytes(a) ? desk.makeAsk(a) : refuse()),
  fragment: (desk, [a]) => (isText(a) ? desk.fragment(a) : refuse()),
  makeShare: (desk) => desk.makeShare(),
  sealShare: (desk, [a, b]) => (isShareLink(a) && isBytes(b) ? desk.sealShare(a, b) : refuse()),
  shareWords: (desk, [a]) => (isText(a) ? desk.shareWords(a) : refuse()),
  openReply: (desk, [a, b, c]) => (isLink(a) && isText(b) && isBytes(c) ? desk.openReply(a, b, c) : refuse()),
  unlock: (desk, [a]) => (isPass(a) ? desk.unlock(a) : refuse()),
  confirm: (desk, [a]) => (isPassOrNone(a) ? desk.confirm(a) : refuse()),
  judge: (desk, [a]) => (isPass(a) ? desk.judge(a) : refuse()),
  propose: (desk) => desk.propose(),
  changeLock: (desk, [a, b]) => (isPassOrNone(a) && isPass(b) ? desk.changeLock(a, b) : refuse()),
  passkeySalt: (desk) => desk.passkeySalt(),
  setPasskey: (desk, [a, b, c, d]) =>
    isPassOrNone(a) && isCode(b) && isBytesOf(16)(c) && isBytesOf(32)(d) ? desk.setPasskey(a, b, c, d) : refuse(),
  dropPasskey: (desk, [a]) => (isPassOrNone(a) ? desk.dropPasskey(a) : refuse()),
  unlockByPasskey: (desk, [a]) => (isBytesOf(32)(a) ? desk.unlockByPasskey(a) : refuse()),
  beginVault: (desk, [a, b, c, d]) =>
    isPassOrNone(a) && isPassOrNone(b) && isName(c) && isCount(d) ? desk.beginVault(a, b, c, d) : refuse(),
  sealNext: (desk, [a, b, c, d]) =>
    isBytes(a) && isCount(b) && isBytes(c) && isEnvelopeType(d) ? desk.sealNext(a, b, c, d) : refuse(),
  finishVault: (desk) => desk.finishVault(),
  dropVault: (desk) => desk.dropVault(),
  members: (desk) => desk.members(),
  membershipHead: (desk) => desk.membershipHead(),
  credentials: (desk) => desk.credentials(),
  foundBody: (desk, [a, b, c]) => (isPassOrNone(a) && isName(b) && isCount(c) ? desk.foundBody(a, b, c) : refuse()),
  revoke: (desk, [a, b, c, d]) =>
    isPassOrNone(a) && isDevice(b) && isCut(c) && isCount(d) ? desk.revoke(a, b, c, d) : refuse(),
  rotateKeys: (desk, [a, b]) => (isPassOrNone(a) && isCount(b) ? desk.rotateKeys(a, b) : refuse()),
  recoveryWords: (desk, [a]) => (isPassOrNone(a) ? desk.recoveryWords(a) : refuse()),
  recoveryFind: (desk, [a]) => (isPass(a) ? desk.recoveryFind(a) : refuse()),
  recoveryTake: (desk, [a, b, c]) =>
    isPass(a) && isBytes(b) && isPassOrNone(c) ? desk.recoveryTake(a, b, c) : refuse(),
  pairOffer: (desk) => desk.pairOffer(),
  pairRead: (desk, [a]) => (isCode(a) ? desk.pairRead(a) : refuse()),
  pairAnswer: (desk, [a, b, c, d, e]) =>
    isPassOrNone(a) && isCode(b) && isName(c) && isSeen(d) && isCount(e) ? desk.pairAnswer(a, b, c, d, e) : refuse(),
  pairTake: (desk, [a, b]) => (isBytes(a) && isPassOrNone(b) ? desk.pairTake(a, b) : refuse()),
  checkWords: (desk, [a]) => (isSeen(a) ? desk.checkWords(a) : refuse()),
  hello: (desk, [a, b, c]) =>
    isText(a) && isBytes(b) && (c === undefined || isCount(c)) ? desk.hello(a, b, c) : refuse(),
  signDelete: (desk, [a, b, c]) => (isText(a) && isBytes(b) && isPassOrNone(c) ? desk.signDelete(a, b, c) : refuse()),
  backupBegin: (desk, [a, b]) => (isPassOrNone(a) && isCount(b) ? desk.backupBegin(a, b) : refuse()),
  backupAdd: (desk, [a]) => (isList(a) ? desk.backupAdd(a) : refuse()),
  backupEnd: (desk) => desk.backupEnd(),
  restoreBegin: (desk, [a, b]) => (isBytes(a) && isText(b) ? desk.restoreBegin(a, b) : refuse()),
  restoreMore: (desk) => desk.restoreMore(),
  restoreEnd: (desk) => desk.restoreEnd(),
  destroy: (desk, [a]) => (isPassOrNone(a) ? desk.destroy(a) : refuse()),
};

/** Own names alone: `constructor` and its like are inherited by every object. */
const isMethod = (name: string): name is keyof KeyDesk => Object.hasOwn(handlers, name);

/** What the method gave, if nothing but its own fields is in it; a stray field would be our bug, and stays here. */
const answer = async (desk: KeyDesk, { method, args }: Call): Answer => {
  if (!isMethod(method)) return refuse();
  const result = await handlers[method](desk, args);
  return mayCross(method, result) ? result : err({ type: "DeskUnreachable" });
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
