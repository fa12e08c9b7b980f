/** Shows shares: who can see what, since when and until when. */
import type { LocalDay } from "@belay/basics";
import type { BodyOf } from "../events/catalogue.ts";
import { compareDated } from "../events/dated.ts";
import { entriesOf } from "../events/table.ts";
import { isPaused, type ShareMark, type SharingState } from "./evolve.ts";

/** One share with its consent record. */
export type Share = Omit<BodyOf<"sharing/prepared@1">, "share"> & {
  readonly id: string;
  readonly preparedOn: LocalDay;
  /** The day of the first document; null while nothing has left the device. */
  readonly begunOn: LocalDay | null;
  /** The day of the newest document; that of the first while it was never renewed. */
  readonly renewedOn: LocalDay | null;
  readonly paused: boolean;
  readonly revokedOn: LocalDay | null;
};

/** All shares, newest first, those that are over included. */
export const viewShares = (state: SharingState): readonly Share[] =>
  entriesOf(state)
    .flatMap((facts) => (facts.prepared === null ? [] : [{ ...facts, prepared: facts.prepared }]))
    .toSorted((a, b) => compareDated(b.prepared, a.prepared))
    .map((facts) => {
      const { id, prepared, marks } = facts;
      const { share: _, ...rest } = prepared.value;
      const firstOn = (mark: ShareMark): LocalDay | null => marks.find(({ value }) => value === mark)?.day ?? null;
      const begunOn = firstOn("sharing/begun@1");
      return {
        ...rest,
        id,
        preparedOn: prepared.day,
        begunOn,
        renewedOn: marks.findLast(({ value }) => value === "sharing/renewed@1")?.day ?? begunOn,
        paused: isPaused(facts),
        revokedOn: firstOn("sharing/revoked@1"),
      };
    });

/** Where a share stands on a day. To its reader `over` and `revoked` look the same, as does `prepared`. */
export type ShareStanding = "prepared" | "open" | "paused" | "over" | "revoked";

/** The standing of a share on `today`, which is the person's own day: it stands to the end of its last one. */
export const shareStands = (share: Share, today: LocalDay): ShareStanding => {
  if (share.revokedOn !== null) return "revoked";
  if (today > share.until) return "over";
  if (share.begunOn === null) return "prepared";
  return share.paused ? "paused" : "open";
};
