/** A device that shares through a scripted relay, for the tests of sharing. */
import { addDays, err, fromHex, ok, toHex, type Result } from "@belay/basics";
import { shares } from "@belay/domain";
import { proofHash } from "@belay/vault";
import { decideAtOnce } from "../../apps/web/engine/deciding.ts";
import { createJournal } from "../../apps/web/engine/journal.ts";
import { createLedger } from "../../apps/web/engine/ledger.ts";
import type { RelayFault, ShareMail, ShareOffer } from "../../apps/web/engine/ports/relay.ts";
import { createSharing } from "../../apps/web/engine/sharing.ts";
import { good, startEngine, testPorts, testWorld } from "./engine-world.ts";
import { titleIn } from "./share-docs.ts";

/** The relay's shares in memory, with what was asked of them; `fault` stands for all of them, once `after` calls passed. */
const scripted = () => {
  const held = new Map<string, ShareOffer>();
  const calls: string[] = [];
  const script: { fault: RelayFault | null; lost: boolean; copied: boolean } = {
    fault: null,
    lost: false,
    copied: true,
  };
  const owned = (id: string, owner: string): ShareOffer | null => {
    const share = held.get(id);
    const bytes = fromHex(owner);
    return share !== undefined && bytes.ok && toHex(proofHash(bytes.value)) === share.owner ? share : null;
  };
  const fair = (call: string, work: () => Result<null, RelayFault>): Promise<Result<null, RelayFault>> => {
    calls.push(call);
    if (script.fault !== null) return Promise.resolve(err(script.fault));
    const done = work();
    // Done there, and the answer never came back.
    return Promise.resolve(script.lost ? err({ type: "Offline" }) : done);
  };
  const mail: ShareMail = {
    put: (offer) =>
      fair("put", () => {
        const other = held.get(offer.id);
        if (other !== undefined && toHex(other.body) !== toHex(offer.body)) return err({ type: "Full" });
        held.set(offer.id, offer);
        return ok(null);
      }),
    replace: (id, owner, body) =>
      fair("replace", () => {
        const share = owned(id, owner);
        if (share === null) return err({ type: "NotThere" });
        held.set(id, { ...share, body });
        return ok(null);
      }),
    close: (id, owner) =>
      fair("close", () => (owned(id, owner) !== null && held.delete(id) ? ok(null) : err({ type: "NotThere" }))),
  };
  return { held, calls, script, mail };
};

/** A device with the shipped sharing over that relay, and nothing shared yet. */
export const shareDesk = async (seed: string) => {
  const world = testWorld(seed);
  (await startEngine(world)).stop();
  const relay = scripted();
  const ports = testPorts(world, { shares: relay.mail });
  const ledger = createLedger(ports);
  ledger.begin(good(await ports.desk.open(false)));
  const journal = createJournal(ports, ledger, decideAtOnce);
  good(await ledger.catchUp());
  const sharing = createSharing(ports, ledger, journal, () => Promise.resolve(relay.script.copied));
  const all = () => shares(ledger.state.value);
  const one = () => {
    const [share] = all();
    if (share === undefined) throw new Error("no share");
    return share;
  };
  const today = ports.clock.now().day;
  const input = { to: "Ms Rivera", purpose: "", scope: ["note"], until: addDays(today, 30), item9: false };
  return { ...relay, world, journal, sharing, all, one, input, ports };
};

/** The same with one share that is prepared. */
export const madeShare = async (seed: string) => {
  const at = await shareDesk(seed);
  return { ...at, ...good(await at.sharing.prepareShare(at.input)) };
};

/** What a reader with the link would see. */
export const seenBy = ({ held, one }: Awaited<ReturnType<typeof madeShare>>): string | null =>
  titleIn(one(), held.get(one().link.mailbox)?.body);
