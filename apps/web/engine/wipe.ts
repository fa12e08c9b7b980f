/** Deletes everything on this device: keys first, so that whatever else remains cannot be opened. */
import { err, ok } from "@belay/basics";
import { asks, settings, shares } from "@belay/domain";
import { decodeFrame, encodeFrame, type DeskIdentity, type DeskWords } from "@belay/wire";
import { lockFault } from "./desk-faults.ts";
import type { Engine } from "./engine.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { LockSet } from "./vault-door.ts";

/** How long the relay is given to delete its copy before the device goes on without it, in ms. */
const patience = 8_000;

/** What stops before and shows after. */
export interface WipeHooks {
  readonly stop: () => void;
  readonly wiped: () => void;
}

type WipePorts = Pick<
  Ports,
  | "boxes"
  | "clock"
  | "desk"
  | "drafts"
  | "lines"
  | "log"
  | "mail"
  | "marks"
  | "meta"
  | "neighbours"
  | "origin"
  | "shares"
  | "turn"
>;

/** Asks the relay to delete the vault's copy; answers what came of it. `pass` is the passphrase where there is a lock. */
const deleteCopy = (
  ports: Pick<WipePorts, "clock" | "desk" | "lines" | "origin">,
  vault: string,
  epoch: number,
  pass: string | null,
): Promise<"deleted" | "unreached"> =>
  new Promise((resolve) => {
    const finish = (result: "deleted" | "unreached"): void => {
      cancel();
      resolve(result);
      line.close();
    };
    const cancel = ports.clock.after(patience, () => finish("unreached"));
    let nonce = new Uint8Array();
    const line = ports.lines.vault(vault, {
      opened: () => undefined,
      closed: () => finish("unreached"),
      frame: (bytes) => {
        const frame = decodeFrame(bytes);
        if (!frame.ok) return;
        if (frame.value.kind === "challenge") {
          nonce = new Uint8Array(frame.value.nonce);
          void ports.desk.hello(ports.origin, nonce).then((signed) => {
            if (signed.ok) line.send(encodeFrame({ kind: "hello", ref: 1, epoch, sig: signed.value.helloSig }));
            else finish("unreached");
          });
        } else if (frame.value.kind === "welcome") {
          void ports.desk.signDelete(ports.origin, nonce, pass).then((signed) => {
            if (signed.ok) line.send(encodeFrame({ kind: "delete", ref: 2, ownerSig: signed.value }));
            else finish("unreached");
          });
        } else if (frame.value.kind === "ack") finish("deleted");
        else if (frame.value.kind === "refused") finish(frame.value.code === "gone" ? "deleted" : "unreached");
      },
    });
  });

/** Closes the records of the recovery words, which hold every key. True when each was reached. */
const closeWords = async ({ boxes }: Pick<WipePorts, "boxes">, words: DeskWords | null): Promise<boolean> => {
  let reached = true;
  for (const mailbox of words?.mailboxes ?? []) {
    const closed = await boxes.close(mailbox, words?.ownerProof ?? "");
    reached &&= closed.ok || closed.error.type === "NotThere";
  }
  return reached;
};

/** Ends what the relay has of a vault: the record of its words, and its copy where there is one. */
export const endVault = async (
  ports: Pick<WipePorts, "boxes" | "clock" | "desk" | "lines" | "origin">,
  { vault, epoch }: Pick<DeskIdentity, "vault" | "epoch">,
  had: { readonly words: DeskWords | null; readonly copy: boolean },
  pass: string | null,
): Promise<LockSet["old"]> => {
  const closed = await closeWords(ports, had.words);
  const copy = had.copy ? await deleteCopy(ports, vault, epoch, pass) : "deleted";
  if (!had.copy && had.words === null) return "none";
  return closed ? copy : "unreached";
};

/** Every link that may still be open at the relay: of asks, and of shares, one of which may be there without an answer. */
const openLinks = (ports: WipePorts, ledger: Ledger) => [
  ...asks(ledger.state.value).flatMap(({ link, closed }) =>
    link === null || closed ? [] : [{ link, mail: ports.mail }],
  ),
  ...shares(ledger.state.value).flatMap(({ link, revokedOn }) =>
    revokedOn === null ? [{ link, mail: ports.shares }] : [],
  ),
];

/** Closes them. True when each was reached. */
const closeLinks = async (links: ReturnType<typeof openLinks>): Promise<boolean> => {
  let reached = true;
  for (const { link, mail } of links) {
    const closed = await mail.close(link.mailbox, link.ownerProof);
    reached &&= closed.ok || closed.error.type === "NotThere";
  }
  return reached;
};

/** Builds the act of deleting everything. */
export const createWipe = (ports: WipePorts, ledger: Ledger, hooks: WipeHooks): Engine["wipe"] => {
  /** What came of it at the relay, should the device have to be asked twice. */
  let ended: LockSet["old"] = "unreached";
  return async (pass = null) => {
    // Said again before anything is touched: a wrong passphrase changes nothing. Locked keys go without it.
    const allowed = ledger.identity() === null ? ok(null) : await ports.desk.confirm(pass);
    // Where the keys are gone already, an earlier try got that far: the rest still has to go.
    if (!allowed.ok && allowed.error.type !== "KeysMissing") return err(lockFault(allowed.error));
    const identity = ledger.identity();
    const had = {
      words: allowed.ok ? allowed.value : null,
      copy: settings(ledger.state.value).keepCopy === true,
    };
    const links = openLinks(ports, ledger);
    hooks.stop();
    const linksReached = await closeLinks(links);
    if (identity === null) ended = "none";
    else if (allowed.ok) ended = await endVault(ports, identity, had, pass);
    return ports.turn.exclusive(async () => {
      const destroyed = await ports.desk.destroy(pass);
      if (!destroyed.ok) return err({ type: "NotSaved", why: "keys" } as const);
      const cleared = await ports.log.clear();
      const dropped = await ports.drafts.clear();
      await ports.marks.clear();
      const forgotten = await ports.meta.clear();
      if (!cleared.ok || !dropped.ok || !forgotten.ok) return err({ type: "NotSaved", why: "storage" } as const);
      ledger.forget();
      ports.neighbours.tell("wiped");
      hooks.wiped();
      if (ended === "none" && links.length === 0) return ok({ relay: "none" } as const);
      return ok({ relay: linksReached && ended !== "unreached" ? "deleted" : "unreached" } as const);
    });
  };
};
