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
  return {
    open: (mayCreate) => call("open", mayCreate),
    seal: (body, seq, prev) => call("seal", body, seq, prev),
    openMany: (envelopes, received) => call("openMany", envelopes, received),
    sealLocal: (name, bytes) => call("sealLocal", name, bytes),
    openLocal: (name, bytes) => call("openLocal", name, bytes),
    makeAsk: (plain) => call("makeAsk", plain),
    fragment: (secret) => call("fragment", secret),
    openReply: (link, replyId, body) => call("openReply", link, replyId, body),
    hello: (origin, nonce) => call("hello", origin, nonce),
    signDelete: (origin, nonce) => call("signDelete", origin, nonce),
    sealBackup: (items) => call("sealBackup", items),
    openBackup: (file, words) => call("openBackup", file, words),
    destroy: () => call("destroy"),
  };
};
