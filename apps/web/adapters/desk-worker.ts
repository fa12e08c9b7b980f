/** The key desk behind a worker: each call is one message with a number, each answer carries it back. */
import { err, type Result } from "@belay/basics";
import type { DeskFault, KeyDesk } from "@belay/wire";

/** The part of a worker that is needed; a message port in tests has it too. */
export interface DeskPort {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (kind: "message" | "error", listener: (event: Event) => void) => void;
}

interface Waiting {
  readonly resolve: (answer: Result<never, DeskFault>) => void;
}

/** What comes back for a call: its number and the desk's own result. */
interface Reply {
  readonly ref: number;
  readonly result: Result<never, DeskFault>;
}

const isReply = (value: unknown): value is Reply =>
  typeof value === "object" && value !== null && "ref" in value && "result" in value && typeof value.ref === "number";

/** A desk that speaks through a port. When the worker dies, every open and later call says `DeskUnreachable`. */
export const workerDesk = (port: DeskPort): KeyDesk => {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let dead = false;
  port.addEventListener("message", (event) => {
    const data: unknown = "data" in event ? event.data : null;
    if (!isReply(data)) return;
    waiting.get(data.ref)?.resolve(data.result);
    waiting.delete(data.ref);
  });
  port.addEventListener("error", () => {
    dead = true;
    for (const call of waiting.values()) call.resolve(err({ type: "DeskUnreachable" }));
    waiting.clear();
  });
  const call = (method: keyof KeyDesk, ...args: readonly unknown[]): Promise<Result<never, DeskFault>> => {
    if (dead) return Promise.resolve(err({ type: "DeskUnreachable" }));
    const ref = next;
    next += 1;
    return new Promise((resolve) => {
      waiting.set(ref, { resolve });
      port.postMessage({ ref, method, args });
    });
  };
  const to =
    (method: keyof KeyDesk) =>
    (...args: readonly unknown[]) =>
      call(method, ...args);
  return {
    status: to("status"),
    open: to("open"),
    seal: to("seal"),
    openMany: to("openMany"),
    sealLocal: to("sealLocal"),
    openLocal: to("openLocal"),
    makeAsk: to("makeAsk"),
    fragment: to("fragment"),
    makeShare: to("makeShare"),
    sealShare: to("sealShare"),
    shareWords: to("shareWords"),
    openReply: to("openReply"),
    unlock: to("unlock"),
    confirm: to("confirm"),
    judge: to("judge"),
    propose: to("propose"),
    changeLock: to("changeLock"),
    passkeySalt: to("passkeySalt"),
    setPasskey: to("setPasskey"),
    dropPasskey: to("dropPasskey"),
    unlockByPasskey: to("unlockByPasskey"),
    beginVault: to("beginVault"),
    sealNext: to("sealNext"),
    finishVault: to("finishVault"),
    dropVault: to("dropVault"),
    members: to("members"),
    membershipHead: to("membershipHead"),
    credentials: to("credentials"),
    foundBody: to("foundBody"),
    revoke: to("revoke"),
    rotateKeys: to("rotateKeys"),
    recoveryWords: to("recoveryWords"),
    recoveryFind: to("recoveryFind"),
    recoveryTake: to("recoveryTake"),
    pairOffer: to("pairOffer"),
    pairRead: to("pairRead"),
    pairAnswer: to("pairAnswer"),
    pairTake: to("pairTake"),
    hello: to("hello"),
    checkWords: to("checkWords"),
    signDelete: to("signDelete"),
    backupBegin: to("backupBegin"),
    backupAdd: to("backupAdd"),
    backupEnd: to("backupEnd"),
    restoreBegin: to("restoreBegin"),
    restoreMore: to("restoreMore"),
    restoreEnd: to("restoreEnd"),
    destroy: to("destroy"),
  };
};
