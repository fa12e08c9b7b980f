/** Takes envelopes of one device out of their rows in PostgreSQL, a step a transaction. */
import { err, ok, type Result } from "@belay/basics";
import { bytesIn, numberIn, type Row } from "./driver.ts";
import { eraseStep, stepRows, type Strip } from "./erase-plan.ts";
import type { Erase, EraseFault, StoreCaps } from "./port.ts";
import type { Sql } from "./postgres-pool.ts";
import { graveKey, idBytes, insertRun, loadVault, setCount } from "./postgres-shelf.ts";
import { planErase } from "./rules.ts";

const stripOf = (row: Row): Strip => {
  const first = numberIn(row, "device_seq");
  const last = first + numberIn(row, "n") - 1;
  return { place: numberIn(row, "seq"), first, last, size: numberIn(row, "size") };
};

/** The rows that touch a range, with one number more on each side: a hole beside the range becomes one with it. */
const stripsAround = async (sql: Sql, { vault, device, from, to }: Erase): Promise<readonly Strip[]> => {
  const rows = await sql(
    `SELECT seq, n, device_seq, size FROM chunk
     WHERE vault_id = $1 AND device = $2 AND device_seq <= $3 AND device_seq + n >= $4 ORDER BY seq LIMIT $5`,
    [idBytes(vault), Buffer.from(device, "hex"), to + 1, from, stepRows + 1],
  );
  return rows.map(stripOf);
};

/** One step of an erasure: where the next one begins, or null after the last. The row of the vault is held meanwhile. */
export const eraseOnce = async (
  sql: Sql,
  caps: StoreCaps,
  one: Erase,
): Promise<Result<{ readonly head: number; readonly next: number | null }, EraseFault>> => {
  const kept = await loadVault(sql, one.vault, true);
  if (kept === null) return err({ type: (await graveKey(sql, one.vault)) === null ? "NoVault" : "Gone" });
  const plan = planErase(kept.count, one, caps);
  if (!plan.ok) return plan;
  const step = eraseStep(await stripsAround(sql, one), one, plan.value.beyond ? plan.value.count.head : null);
  const bodies = await sql("SELECT seq, body FROM chunk WHERE vault_id = $1 AND seq = ANY($2::bigint[])", [
    idBytes(one.vault),
    step.cut.map(({ place }) => place),
  ]);
  const { parts, hole, freed } = step.leave(({ place }) =>
    bytesIn(bodies.find((row) => row["seq"] === place) ?? {}, "body"),
  );
  await sql("DELETE FROM chunk WHERE vault_id = $1 AND seq = ANY($2::bigint[])", [
    idBytes(one.vault),
    step.gone.map(({ place }) => place),
  ]);
  for (const part of parts) await insertRun(sql, one.vault, { ...part, device: one.device });
  if (hole !== null) {
    const n = hole.last - hole.first + 1;
    await insertRun(sql, one.vault, { ...hole, n, device: one.device, size: 0, envelopes: [] });
  }
  const count = step.next === null ? plan.value.count : kept.count;
  await setCount(sql, one.vault, { ...count, bytes: kept.count.bytes - freed });
  return ok({ head: plan.value.count.head, next: step.next });
};
