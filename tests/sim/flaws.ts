/** Desks that are wrong on purpose, for the negative controls of the convergence proofs. */
import { decodeBatch, encodeBatch, type KeyDesk, type Opened } from "@belay/wire";
import { err, ok } from "@belay/basics";

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** A desk whose opened events are changed before anybody sees them. */
export const changing = (
  desk: KeyDesk,
  change: (event: Json, opened: Opened, index: number) => Json | null,
): KeyDesk => ({
  ...desk,
  openMany: async (envelopes, received) => {
    const verdicts = await desk.openMany(envelopes, received);
    if (!verdicts.ok) return verdicts;
    return ok(
      verdicts.value.map((verdict) => {
        const batch = verdict.ok ? decodeBatch(verdict.value.body) : verdict;
        if (!verdict.ok || !batch.ok) return verdict;
        const events = batch.value.events.flatMap((event, index) =>
          isJson(event) ? (change(event, verdict.value, index) ?? []) : [event],
        );
        const body = encodeBatch({ ...batch.value, events });
        return body.ok ? ok({ ...verdict.value, body: body.value }) : err({ type: "DoesNotOpen", detail: "dropped" });
      }),
    );
  },
});

/** Last writer wins without the device in the order: whoever reads takes a tie for its own. */
export const withoutDevice = (desk: KeyDesk, self: string): KeyDesk =>
  changing(desk, (event) => ({ ...event, o: self, t: [0, 0] }));

/** An order that does not go by what was seen: what others wrote counts as old, as it does for a clock ahead. */
export const rawClock = (desk: KeyDesk): KeyDesk => changing(desk, (event) => ({ ...event, t: [1, 0] }));

/** Entries of unknown kinds are dropped instead of kept. */
export const droppingUnknown = (desk: KeyDesk): KeyDesk =>
  changing(desk, (event) => (typeof event["k"] === "string" && event["k"].startsWith("future/") ? null : event));
