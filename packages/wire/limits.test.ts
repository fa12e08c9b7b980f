import { describe, expect, it } from "vitest";
import * as limits from "./limits.ts";

describe("the limits", () => {
  it("are those of the published protocol", () => {
    expect(limits).toMatchObject({
      headerBytes: 128,
      commitBytes: 32,
      tagBytes: 16,
      signatureBytes: 64,
      smallestBucket: 512,
      opCap: 262_144,
      batchEventsMax: 64,
      segmentEventsMax: 500,
      segmentPartsMax: 1_024,
      segmentRangesMax: 256,
      segmentSpanMax: 16_777_216,
      depthMax: 32,
      frameMax: 1_048_576,
      challengeLife: 60_000,
      capsuleCap: 16_384,
      askDays: 7,
      askDaysMax: 30,
      askReplies: 3,
      askRepliesMax: 10,
      pairingMinutes: 10,
      recoveryDays: 400,
      backupMax: 268_435_456,
      backupItemsMax: 1_000_000,
    });
  });

  it("of an envelope add up", () => {
    expect(limits.envelopeOverhead).toBe(240);
    expect(limits.envelopeMin).toBe(752);
    expect(limits.envelopeMax).toBe(262_384);
  });

  it("leave room in one message for three of the largest envelopes", () => {
    expect(3 * (limits.envelopeMax + 4) + 8).toBeLessThan(limits.frameMax);
  });
});
