/** Two hundred things that a store is asked to do, the same ones every time, and what must be there after each of them. */
import { createHash } from "node:crypto";
import type { Store } from "../../apps/relay/index.ts";
import { toHour, toMailId, toVaultId, type MailId, type VaultId } from "../../apps/relay/store/port.ts";

/** One thing that is asked for. `settle` copies the log into the file and cuts it, `again` closes and opens the store. */
export type Step =
  | { readonly kind: "vault"; readonly vault: number }
  | { readonly kind: "append"; readonly runs: readonly Run[] }
  | { readonly kind: "put" | "reply" | "close"; readonly ask: number }
  | { readonly kind: "settle" }
  | { readonly kind: "pack" }
  | { readonly kind: "again" };

/** Envelopes of one device that belong together. */
interface Run {
  readonly vault: number;
  readonly device: number;
  readonly from: number;
  readonly count: number;
}

/** Limits that are out of the way. */
export const planCaps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 256 };

const [vaults, devices, steps] = [3, 2, 200];
const now = toHour(500_000);
const later = toHour(500_100);

const made = new Map<string, Uint8Array>();
/** The same bytes for the same name, whose length is always the same: what stands for an envelope, a body or a hash. */
const bytes = (name: string, length: number): Uint8Array => {
  const there = made.get(name);
  if (there !== undefined) return there;
  const fresh = new Uint8Array(createHash("shake256", { outputLength: length }).update(name).digest());
  made.set(name, fresh);
  return fresh;
};

const hexOf = (name: string): string => Buffer.from(bytes(name, 16)).toString("hex");
const vaultId = (vault: number): VaultId => toVaultId(hexOf(`vault ${vault}`)) ?? missing();
const askId = (ask: number): MailId => toMailId(hexOf(`ask ${ask}`)) ?? missing();
const deviceOf = (vault: number, device: number): string => hexOf(`device ${vault} ${device}`);
const missing = (): never => {
  throw new Error("no id");
};

/** One envelope; some are larger than a page of the file. */
const envelopeAt = (vault: number, device: number, seq: number): Uint8Array =>
  bytes(`envelope ${vault} ${device} ${seq}`, seq % 9 === 0 ? 9_000 : 752);

/** What is asked of the store, in order. */
export const plan = (): readonly Step[] => {
  const next = new Map<string, number>();
  const run = (at: number): Run => {
    const [vault, device, count] = [at % vaults, Math.floor(at / vaults) % devices, 1 + (at % 3)];
    const from = next.get(`${vault} ${device}`) ?? 1;
    next.set(`${vault} ${device}`, from + count);
    return { vault, device, from, count };
  };
  return Array.from({ length: steps }, (_, i): Step => {
    if (i < vaults) return { kind: "vault", vault: i };
    if (i === 120) return { kind: "again" };
    if (i % 30 === 29) return i % 60 === 29 ? { kind: "settle" } : { kind: "pack" };
    const ask = Math.floor(i / 20);
    if (i % 20 === 5) return { kind: "put", ask };
    if (i % 20 === 10 || i % 20 === 11) return { kind: "reply", ask };
    if (i % 40 === 35) return { kind: "close", ask };
    // Every fourth time two devices come in the same turn, and share a commit.
    return { kind: "append", runs: i % 4 === 0 ? [run(i), run(i + 1)] : [run(i)] };
  });
};

const sure = (result: { readonly ok: boolean }, step: Step): void => {
  if (!result.ok) throw new Error(`the store refused ${JSON.stringify(step)}: ${JSON.stringify(result)}`);
};

/** What a reply is called and holds. */
const replyOf = (ask: number, at: number) => ({ replyId: hexOf(`reply ${ask} ${at}`), body: bytes(`said ${at}`, 600) });

/** Does one step and answers when the store has; a refusal is our bug. `at` is the number of the step. */
export const perform = async (store: Store, step: Step, at: number): Promise<void> => {
  if (step.kind === "again") return;
  if (step.kind === "settle") return sure(await store.settle(), step);
  if (step.kind === "pack") return sure(await store.pack(), step);
  if (step.kind === "vault") {
    const [ownerPub, writePub] = [bytes(`owner ${step.vault}`, 32), bytes(`write ${step.vault}`, 32)];
    return sure(await store.createVault(vaultId(step.vault), { ownerPub, epoch: 1, writePub }, now), step);
  }
  if (step.kind === "append") {
    const appends = step.runs.map(({ vault, device, from, count }) => ({
      vault: vaultId(vault),
      epoch: 1,
      items: Array.from({ length: count }, (_, i) => ({
        device: deviceOf(vault, device),
        seq: from + i,
        envelope: envelopeAt(vault, device, from + i),
      })),
    }));
    for (const result of await store.appendMany(appends)) sure(result, step);
    return;
  }
  const [id, hash] = [askId(step.ask), bytes(`proof ${step.ask}`, 32)];
  if (step.kind === "reply") return sure(await store.mail.reply(id, hash, replyOf(step.ask, at), now), step);
  if (step.kind === "close") return sure(await store.mail.close(id, hash), step);
  const body = bytes(`asked ${step.ask}`, 900);
  const hashes = { readHash: hash, replyHash: hash, ownerHash: hash };
  sure(await store.mail.put({ id, kind: "ask", ...hashes, body, expires: later, cap: 9 }, now), step);
};

const equal = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** How far each chain must be after some steps. */
const lengths = (done: readonly Step[]): ReadonlyMap<string, number> =>
  new Map(
    done
      .flatMap((step) => (step.kind === "append" ? step.runs : []))
      .map(({ vault, device, from, count }) => [`${vault} ${device}`, from + count - 1]),
  );

/** What of one vault is not there or not right. */
const wrongInVault = async (
  store: Store,
  vault: number,
  due: ReadonlyMap<string, number>,
): Promise<readonly string[]> => {
  const id = vaultId(vault);
  const found = await store.findVault(id);
  if (!found.ok || found.value.kind !== "live") return [`vault ${vault} is not there`];
  const kept = new Map<string, number>();
  const wrong: string[] = [];
  for (let after = 0, more = true; more;) {
    const page = await store.pull(id, after, 1_000_000);
    if (!page.ok || (page.value.more && page.value.entries.length === 0)) return [`vault ${vault} cannot be read`];
    for (const { at, envelope } of page.value.entries) {
      // Each envelope is the next one of one of the chains, or nobody wrote it.
      const device = [...Array(devices).keys()].find((one) =>
        equal(envelope, envelopeAt(vault, one, (kept.get(`${vault} ${one}`) ?? 0) + 1)),
      );
      if (device === undefined) wrong.push(`vault ${vault} holds at ${at} what is not next in a chain`);
      else kept.set(`${vault} ${device}`, (kept.get(`${vault} ${device}`) ?? 0) + 1);
      after = at;
    }
    more = page.value.more;
  }
  for (let device = 0; device < devices; device += 1) {
    const [has, must] = [kept.get(`${vault} ${device}`) ?? 0, due.get(`${vault} ${device}`) ?? 0];
    if (has < must) wrong.push(`vault ${vault}, device ${device}: ${has} of ${must} envelopes`);
    const chain = found.value.chains.find(
      ({ deviceId }) => Buffer.from(deviceId).toString("hex") === deviceOf(vault, device),
    );
    if ((chain?.seq ?? 0) !== has)
      wrong.push(`vault ${vault}, device ${device}: said to end at ${chain?.seq ?? 0}, not ${has}`);
  }
  return wrong;
};

/** What of one ask is not there or not right; what the step that was under way touches may be either. */
const wrongInAsk = async (
  store: Store,
  ask: number,
  done: readonly Step[],
  open: Step | undefined,
): Promise<readonly string[]> => {
  const did = (kind: string): boolean => done.some((step) => "ask" in step && step.ask === ask && step.kind === kind);
  const [id, hash] = [askId(ask), bytes(`proof ${ask}`, 32)];
  const read = await store.mail.read(id, hash, now);
  if (did("close")) return read.ok ? [`ask ${ask} was closed, and is there`] : [];
  if (open?.kind === "close" && open.ask === ask && !read.ok) return [];
  if (!read.ok) return [`ask ${ask} is not there`];
  const waiting = await store.mail.waiting(id, hash);
  const lost = done.flatMap((step, at) => {
    if (step.kind !== "reply" || step.ask !== ask) return [];
    const { replyId, body } = replyOf(ask, at);
    const there = waiting.ok && waiting.value.some((one) => one.replyId === replyId && equal(one.body, body));
    return there ? [] : [`ask ${ask}: reply ${at} is not there`];
  });
  return equal(read.value.body, bytes(`asked ${ask}`, 900)) ? lost : [...lost, `ask ${ask} is not what was put`];
};

/** Everything that was acknowledged by the first `acked` steps and is not there, or is there and was never written. */
export const wrongAfter = async (store: Store, all: readonly Step[], acked: number): Promise<readonly string[]> => {
  const [done, open] = [all.slice(0, acked), all[acked]];
  const wrong: string[] = [];
  for (const step of done) {
    if (step.kind === "vault") wrong.push(...(await wrongInVault(store, step.vault, lengths(done))));
    if (step.kind === "put") wrong.push(...(await wrongInAsk(store, step.ask, done, open)));
  }
  return wrong;
};
