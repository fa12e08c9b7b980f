/** A relay that does not do as it should, between the page and the real one: frames are changed on their way. */
import { toHex } from "@belay/basics";
import { decodeFrame, encodeFrame, splitEnvelope, type Frame } from "@belay/wire";
import type { Page } from "@playwright/test";

/** What becomes of a frame: another in its place, the same, or an answer to the page without the relay. */
export interface BadLine {
  readonly fromRelay?: (frame: Frame) => Frame;
  /** The answer that the page gets at once; null sends the frame on. */
  readonly toRelay?: (frame: Frame) => Frame | null;
}

const frameOf = (bytes: string | Buffer): Frame | null => {
  const decoded = decodeFrame(Uint8Array.from(Buffer.from(bytes)));
  return decoded.ok ? decoded.value : null;
};

/** Puts it on every line to the vault that the page opens from now on. */
export const badLine = (page: Page, { fromRelay = (frame) => frame, toRelay = () => null }: BadLine): Promise<void> =>
  page.routeWebSocket(/\/v\//, (line) => {
    const relay = line.connectToServer();
    relay.onMessage((bytes) => {
      const frame = frameOf(bytes);
      line.send(frame === null ? bytes : Buffer.from(encodeFrame(fromRelay(frame))));
    });
    line.onMessage((bytes) => {
      const frame = frameOf(bytes);
      const answer = frame === null ? null : toRelay(frame);
      if (answer === null) relay.send(bytes);
      else line.send(Buffer.from(encodeFrame(answer)));
    });
  });

/** Holds back everything of the one device behind that place of its chain. */
export const withholding =
  (device: string, after: number) =>
  (frame: Frame): Frame => {
    if (frame.kind !== "page" && frame.kind !== "news") return frame;
    const entries = frame.entries.filter(({ envelope }) => {
      const parts = splitEnvelope(envelope);
      if (!parts.ok) return true;
      const { deviceId, seq } = parts.value.header;
      return toHex(deviceId) !== device || seq <= after;
    });
    return { ...frame, entries };
  };
