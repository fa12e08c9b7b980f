/** Speaks with our relay as the peers' clients speak with theirs. */
import { randomBytes } from "node:crypto";
import { login, newTestVault, type TestVault } from "../../tests/relay/client.ts";
import { sealedLike } from "../relay/load.ts";
import type { PeerClient } from "./subject.ts";

const vaults = new Map<string, TestVault>();

const vaultOf = (name: string): TestVault => {
  const vault = vaults.get(name) ?? newTestVault();
  vaults.set(name, vault);
  return vault;
};

/** Items become envelopes of the smallest size, which take up to 508 bytes; what is in them costs nobody anything. */
export const ourClient: PeerClient = {
  connect: async (origin, name) => {
    const vault = vaultOf(name);
    const device = new Uint8Array(randomBytes(16));
    const { socket } = await login(origin, vault);
    let seq = 0;
    return {
      append: (items) => {
        const envelopes = items.map(() => sealedLike(vault, device, (seq += 1)));
        socket.send({ kind: "append", ref: 1, envelopes });
        return socket.nextOf("ack", 60_000);
      },
      close: socket.close,
    };
  },
  watch: async (origin, name, onItems) => {
    const { socket } = await login(origin, vaultOf(name));
    const listen = async (): Promise<void> => {
      for (;;) {
        const frame = await socket.next(600_000);
        if (frame === null) return;
        if (frame.kind === "news") onItems(frame.entries.length);
      }
    };
    const done = listen();
    return async () => {
      await socket.close();
      await done;
    };
  },
  pull: async (origin, name, onFirst) => {
    const { socket } = await login(origin, vaultOf(name));
    let [after, got] = [0, 0];
    for (let more = true; more;) {
      socket.send({ kind: "pull", ref: 1, after, maxBytes: 524_288 });
      const page = await socket.nextOf("page", 60_000);
      if (got === 0) onFirst();
      got += page.entries.length;
      after = page.entries.at(-1)?.at ?? after;
      more = page.more && page.entries.length > 0;
    }
    await socket.close();
    return got;
  },
};
