/** Has the relay delete what segments stand for, once it has shown those segments again (`security.md` 4.15). */
import { fromHex } from "@belay/basics";
import type { PlaceRange } from "./ports/store.ts";
import { say, watch, type Copier, type Session } from "./sync-session.ts";

/** How far the relay has a chain, as far as it has said or shown. */
export const relayEnd = (copier: Copier, live: Session, device: string): number =>
  Math.max(live.ends.get(device) ?? 0, copier.served.high(device));

/** Asks for the end of a range of one chain; gives the number under which it was asked, null where there is no device. */
export const sendErase = (copier: Copier, live: Session, { device, from, to }: PlaceRange): number | null => {
  const deviceId = fromHex(device);
  if (!deviceId.ok) return null;
  watch(copier, live);
  return say(copier, live, (ref) => ({ kind: "erase", ref, deviceId: deviceId.value, from, to }));
};

/** Asks for the end of everything that segments stand for which the relay has shown again, all parts of them. */
export const eraseReplaced = (copier: Copier, live: Session): void => {
  const { served, erasing, ledger } = copier;
  for (const segment of erasing.due(ledger.segments().whole())) {
    if (!segment.numbers.every((seq) => served.has(segment.device, seq))) continue;
    for (const range of segment.replaces) {
      // Where the relay has nothing of the range there is nothing to delete.
      if (relayEnd(copier, live, range.device) < range.from) continue;
      const ref = sendErase(copier, live, range);
      if (ref !== null) erasing.sent(ref, segment);
    }
  }
};
