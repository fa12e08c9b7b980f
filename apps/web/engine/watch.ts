/** Waits at the mailboxes of open asks, so that an answer shows while the person looks. */
import { fromHex } from "@belay/basics";
import type { Ask } from "@belay/domain";
import { decodeFrame, encodeFrame } from "@belay/wire";
import { knockWait } from "./knock-wait.ts";
import type { Ports } from "./ports/ports.ts";
import type { Line } from "./ports/relay.ts";

/** The most mailboxes watched at once; the newest asks come first, the rest are looked at on opening. */
const mostWatched = 8;

/** Follows the list of open asks. */
export interface Watch {
  readonly follow: (asks: readonly Ask[]) => void;
  readonly stop: () => void;
}

interface Post {
  readonly stop: () => void;
}

const watchFrame = (ask: Ask): Uint8Array | null => {
  if (ask.link === null) return null;
  const id = fromHex(ask.link.mailbox);
  const proof = fromHex(ask.link.ownerProof);
  return id.ok && proof.ok ? encodeFrame({ kind: "watch", ref: 0, id: id.value, proof: proof.value }) : null;
};

/** One socket for one mailbox, so that nothing on the wire joins two asks. */
const keepPost = (ports: Pick<Ports, "chance" | "clock" | "lines">, hello: Uint8Array, noticed: () => void): Post => {
  let line: Line | null = null;
  let cancel: () => void = () => undefined;
  let attempt = 0;
  let stopped = false;
  const again = (work: () => void, least = 0): void => {
    cancel();
    attempt += 1;
    cancel = ports.clock.after(Math.max(least, knockWait(ports, attempt)), work);
  };
  const open = (): void => {
    line = ports.lines.live({
      opened: () => line?.send(hello),
      frame: (bytes) => {
        const frame = decodeFrame(bytes);
        if (!frame.ok) return;
        // A link is watched from the moment it is prepared; until the relay has it, it does not know the mailbox.
        if (frame.value.kind === "refused") again(() => line?.send(hello), frame.value.retryAfterMs);
        if (frame.value.kind !== "notice") return;
        attempt = 0;
        if (frame.value.count > 0) noticed();
      },
      closed: () => {
        if (!stopped) again(open);
      },
    });
  };
  open();
  return {
    stop: () => {
      stopped = true;
      cancel();
      line?.close();
    },
  };
};

/** Watches the mailboxes of the given asks and calls `collect` for one when something lies in it. */
export const createWatch = (
  ports: Pick<Ports, "chance" | "clock" | "lines">,
  collect: (ask: Ask) => Promise<boolean>,
): Watch => {
  const posts = new Map<string, Post>();
  return {
    follow: (asks) => {
      const wanted = asks.filter((ask) => ask.link !== null).slice(0, mostWatched);
      const ids = new Set(wanted.map((ask) => ask.id));
      for (const [id, post] of posts) {
        if (ids.has(id)) continue;
        post.stop();
        posts.delete(id);
      }
      for (const ask of wanted) {
        const hello = posts.has(ask.id) ? null : watchFrame(ask);
        if (hello !== null)
          posts.set(
            ask.id,
            keepPost(ports, hello, () => void collect(ask)),
          );
      }
    },
    stop: () => {
      for (const post of posts.values()) post.stop();
      posts.clear();
    },
  };
};
