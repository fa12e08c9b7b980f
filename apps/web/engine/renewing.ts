/** Replaces the record of the recovery words at the relay after a change of keys, once the change stands there. */
import { equalBytes, fromHex, fromUtf8, toHex, utf8 } from "@belay/basics";
import type { DeskTurn } from "@belay/wire";
import type { Ports } from "./ports/ports.ts";
import type { Sync } from "./sync.ts";

/** What a change of keys leaves to be done. */
type Left = Pick<DeskTurn, "epoch" | "writePub"> & { readonly record: NonNullable<DeskTurn["record"]> };

/** Sees to it that the words of before reach what is written after. */
export interface Renewing {
  /** Takes what an act about devices left to be done, in place of what an earlier one left. */
  readonly renew: (turn: DeskTurn) => Promise<void>;
  /** Goes on with what was left when the app was last closed. */
  readonly resume: () => Promise<void>;
  readonly stop: () => void;
}

/** Under this name what is left lies beside the log, sealed: the record could only be made while the owner's key was open. */
const noteName = "renewal";

const encode = ({ epoch, writePub, record: { mailbox, ownerProof, body } }: Left): Uint8Array =>
  utf8([epoch, toHex(writePub), mailbox, ownerProof, toHex(body)].join("."));

const decode = (bytes: Uint8Array): Left | null => {
  const text = fromUtf8(bytes);
  const [epoch = "", pub = "", mailbox = "", ownerProof = "", rest = ""] = text.ok ? text.value.split(".") : [];
  const [writePub, body] = [fromHex(pub), fromHex(rest)];
  if (!writePub.ok || !body.ok || body.value.length === 0) return null;
  return { epoch: Number(epoch), writePub: writePub.value, record: { mailbox, ownerProof, body: body.value } };
};

/**
 * Waits until everything of this device lies at the relay, then replaces the record. A change that lost against another
 * leaves it alone: its key is not the vault's. Where the record is gone there is nothing to renew.
 */
export const createRenewing = (
  { boxes, desk, meta }: Pick<Ports, "boxes" | "desk" | "meta">,
  { status }: Pick<Sync, "status">,
): Renewing => {
  let stop = (): void => undefined;

  /** True when nothing is left to be done. */
  const attempt = async ({ epoch, writePub, record }: Left): Promise<boolean> => {
    const known = await desk.credentials();
    const named = known.ok ? known.value.find((one) => one.epoch === epoch) : undefined;
    if (named === undefined) return false;
    // A newer change left a record of its own, which reaches further than this one.
    if (known.ok && known.value.some((one) => one.epoch > epoch)) return true;
    if (!equalBytes(named.writePub, writePub)) return true;
    const done = await boxes.replace(record.mailbox, record.ownerProof, record.body);
    return done.ok || done.error.type === "NotThere";
  };

  const wait = (left: Left): void => {
    stop();
    let [over, busy] = [false, false];
    const cancel = status.subscribe(({ kind, pending }) => {
      if (kind !== "connected" || pending > 0 || busy || over) return;
      busy = true;
      void attempt(left).then(async (done) => {
        busy = false;
        if (!done || over) return;
        stop();
        await meta.drop(noteName);
      });
    });
    stop = () => {
      over = true;
      cancel();
    };
  };

  return {
    renew: async ({ record, ...turn }) => {
      if (record === null) return;
      const left = { ...turn, record };
      wait(left);
      const sealed = await desk.sealLocal(noteName, encode(left));
      if (sealed.ok) await meta.put(noteName, sealed.value);
    },
    resume: async () => {
      const kept = await meta.get(noteName);
      const plain = kept.ok && kept.value !== null ? await desk.openLocal(noteName, kept.value) : null;
      const left = plain?.ok === true ? decode(plain.value) : null;
      if (left !== null) wait(left);
    },
    stop: () => stop(),
  };
};
