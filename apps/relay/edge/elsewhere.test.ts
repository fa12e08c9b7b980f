/** Shows that connections of one relay hear of what another one kept: by hints, without them, and against false ones. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decodeFrame, type PageEntry } from "@belay/wire";
import { createHub } from "../hints/memory.ts";
import { noHints, topicOf, type Hints } from "../hints/port.ts";
import { memoryStore } from "../store/memory.ts";
import type { Store, VaultId } from "../store/port.ts";
import { appendOf, bytes, keys, newVaultId, now, one } from "../store/samples-contract.ts";
import { hearElsewhere, type Elsewhere, type ElsewherePorts } from "./elsewhere.ts";
import { createLive, type Member } from "./live.ts";

let store: Store = memoryStore({ vaultBytes: 2 ** 30, vaultDevices: 9 });
let vault: VaultId = newVaultId();
const relays: Elsewhere[] = [];
const counted: string[] = [];
const never = 3_600_000;

const relay = (hints: Hints = noHints, given: Partial<ElsewherePorts> = {}): Elsewhere => {
  const live = createLive((work) => void setImmediate(work));
  const onFault = (cause: unknown): void => {
    throw cause;
  };
  const made = hearElsewhere(live, {
    store,
    hints,
    lookMs: never,
    chance: () => 0.5,
    counted: (name) => void counted.push(name),
    onFault,
    ...given,
  });
  relays.push(made);
  return made;
};

/** A connection: the places it was told in order, and how it ended. */
const member = (epoch: number | null = 1) => {
  const told: number[] = [];
  const ended: (string | null)[] = [];
  const it: Member = {
    epoch: () => epoch,
    send: (sent) => {
      const frame = decodeFrame(sent);
      if (!frame.ok || frame.value.kind !== "news") throw new Error("no news");
      told.push(...frame.value.entries.map(({ at }) => at));
    },
    dismiss: (frame) => void ended.push(frame?.kind === "refused" ? frame.code : null),
  };
  return { it, told, ended };
};

let seq = 0;
/** Keeps one envelope more, as a relay does for a device; gives what there is to tell. */
const keep = async (size = 800): Promise<readonly PageEntry[]> => {
  seq += 1;
  const done = await one(store, appendOf(vault, [[1, seq, bytes(size)]]));
  if (done?.ok !== true) throw new Error("not kept");
  return done.value.added;
};
const turns = async (): Promise<void> => {
  for (let n = 0; n < 20; n += 1) await new Promise((done) => void setImmediate(done));
};

beforeEach(async () => {
  store = memoryStore({ vaultBytes: 2 ** 30, vaultDevices: 9 });
  vault = newVaultId();
  seq = 0;
  counted.splice(0);
  await store.createVault(vault, keys, now);
});
afterEach(() => {
  for (const each of relays.splice(0)) each.stop();
});

describe("what another relay kept", () => {
  test("is told in order and once, however often and late the hint comes", async () => {
    const end = createHub();
    const [here, there] = [relay(end()), relay(end())];
    const [listens, writes] = [member(), member()];
    here.join(vault, listens.it, 0);
    there.join(vault, writes.it, 0);
    for (let n = 0; n < 5; n += 1) {
      const added = await keep();
      there.publish(vault, added, writes.it);
      if (n % 2 === 0) there.publish(vault, added, writes.it);
    }
    const again = end();
    for (const place of [1, 3, 5]) again.tell(topicOf(vault), place);
    await turns();
    expect(listens.told).toEqual([1, 2, 3, 4, 5]);
    expect(writes.told).toEqual([]);
    expect(new Set(counted)).toEqual(new Set(["hint-used"]));
  });

  test("is found by a look where every hint is lost", async () => {
    const here = relay(noHints, { lookMs: 20 });
    const listens = member();
    here.join(vault, listens.it, 0);
    await keep();
    await keep();
    await expect.poll(() => listens.told).toEqual([1, 2]);
    expect(counted).toEqual(["look-used"]);
  });

  test("comes before what was kept here behind it, and nobody is left with a hole", async () => {
    const here = relay();
    const [writes, listens] = [member(), member()];
    here.join(vault, writes.it, 0);
    here.join(vault, listens.it, 0);
    await keep();
    here.publish(vault, await keep(), writes.it);
    await turns();
    expect(listens.told).toEqual([1, 2]);
    here.publish(vault, await keep(), writes.it);
    await turns();
    expect([listens.told, writes.told]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
  });

  test("is told to those who were there when somebody comes in who knows more", async () => {
    const here = relay();
    const [first, second] = [member(), member()];
    here.join(vault, first.it, 0);
    await keep();
    here.join(vault, second.it, 1);
    await turns();
    expect(first.told).toEqual([1]);
  });

  test("is read page by page where it is long, while more is kept here", async () => {
    const here = relay();
    const [writes, listens] = [member(), member()];
    here.join(vault, writes.it, 0);
    here.join(vault, listens.it, 0);
    for (let n = 0; n < 30; n += 1) await keep(100_000);
    here.publish(vault, await keep(), writes.it);
    await new Promise((done) => void setImmediate(done));
    here.publish(vault, await keep(), writes.it);
    await turns();
    expect(listens.told).toEqual(Array.from({ length: 32 }, (_, n) => n + 1));
  });

  test("and was erased since is passed over for good", async () => {
    const pulls: number[] = [];
    const pull: Store["pull"] = (id, after, most) => {
      pulls.push(after);
      return store.pull(id, after, most);
    };
    const end = createHub();
    const here = relay(end(), { store: { ...store, pull } });
    const listens = member();
    here.join(vault, listens.it, 0);
    await keep();
    await keep();
    await store.erase({ vault, epoch: 1, device: "1".padStart(32, "0"), from: 2, to: 2 });
    const teller = end();
    for (let n = 0; n < 3; n += 1) {
      teller.tell(topicOf(vault), 2);
      await turns();
    }
    expect(listens.told).toEqual([1]);
    expect(pulls).toEqual([0]);
  });

  test("is not asked for by a forged hint: it costs one look, whatever it claims", async () => {
    let [looks, pulls] = [0, 0];
    const watched: ElsewherePorts["store"] = {
      headsOf: (ids) => {
        looks += 1;
        return store.headsOf(ids);
      },
      pull: (id, after, most) => {
        pulls += 1;
        return store.pull(id, after, most);
      },
    };
    const end = createHub();
    const here = relay(end(), { store: watched });
    const listens = member();
    await keep();
    here.join(vault, listens.it, 1);
    const forger = end();
    for (let n = 0; n < 100; n += 1) forger.tell(topicOf(vault), Number.MAX_SAFE_INTEGER);
    forger.tell(topicOf(newVaultId()), 5);
    await turns();
    expect([looks, pulls, listens.told, listens.ended]).toEqual([1, 0, [], []]);
  });

  test("is found later where the database was away when the hint came", async () => {
    let away = true;
    const broken = { ok: false, error: { type: "Broken" } } as const;
    const failing: ElsewherePorts["store"] = {
      headsOf: async (ids) => (away ? broken : store.headsOf(ids)),
      pull: (id, after, most) => store.pull(id, after, most),
    };
    const end = createHub();
    const here = relay(end(), { store: failing, lookMs: 20 });
    const listens = member();
    here.join(vault, listens.it, 0);
    await keep();
    end().tell(topicOf(vault), 1);
    await turns();
    expect(listens.told).toEqual([]);
    away = false;
    await expect.poll(() => listens.told).toEqual([1]);
  });

  test("goes to nobody who has left, and no hint is waited for then", async () => {
    const heard = new Set<string>();
    const hints: Hints = {
      ...noHints,
      hear: (topic) => {
        heard.add(topic);
        return () => void heard.delete(topic);
      },
    };
    const here = relay(hints, { lookMs: 20 });
    const [first, second] = [member(), member()];
    const [leaveFirst, leaveSecond] = [here.join(vault, first.it, 0), here.join(vault, second.it, 0)];
    leaveFirst();
    expect(heard).toEqual(new Set([topicOf(vault)]));
    leaveSecond();
    expect(heard).toEqual(new Set());
    here.publish(vault, await keep(), first.it);
    await turns();
    expect([first.told, second.told]).toEqual([[], []]);
  });
});

describe("what another relay was told to do", () => {
  test("a change of keys sends away who has the old one, and nobody who has the new one or is changing it", async () => {
    const end = createHub();
    const [here, there] = [relay(end()), relay(end())];
    const [old, renewed, turning] = [member(1), member(2), member(null)];
    for (const { it } of [old, renewed, turning]) here.join(vault, it, 0);
    await store.rotate(vault, 2, bytes(32));
    there.dismiss(vault, { kind: "refused", ref: 0, code: "stale-epoch", retryAfterMs: 0 }, renewed.it);
    await turns();
    expect([old.ended, renewed.ended, turning.ended]).toEqual([["stale-epoch"], [], []]);
  });

  test("a deletion closes every connection without a word, also where no hint came", async () => {
    const here = relay(noHints, { lookMs: 20 });
    const one = member();
    here.join(vault, one.it, 0);
    await store.deleteVault(vault, now);
    await expect.poll(() => one.ended.length).toBeGreaterThan(0);
    expect(new Set(one.ended)).toEqual(new Set([null]));
  });
});
