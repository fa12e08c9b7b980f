/** Keeps one vault's log in memory, by the same rules as every other log. */
import { equalBytes, err, ok, toHex } from "@belay/basics";
import { splitEnvelope, type Log, type LogEntry } from "@belay/wire";

/** An empty log. `room` is how many envelopes fit; without it there is no bound. */
export const memoryLog = (room = Infinity): Log => {
  const entries: LogEntry[] = [];
  const chains = new Map<string, LogEntry[]>();
  return {
    append: async (envelope) => {
      const parts = splitEnvelope(envelope);
      if (!parts.ok) return err({ type: "Malformed", fault: parts.error });
      const { deviceId, seq } = parts.value.header;
      const device = toHex(deviceId);
      const chain = chains.get(device) ?? [];
      const known = chain[seq - 1];
      if (known !== undefined)
        return equalBytes(known.envelope, envelope) ? ok({ at: known.at }) : err({ type: "Conflict" });
      if (seq !== chain.length + 1) return err({ type: "Gap", expected: chain.length + 1 });
      if (entries.length >= room) return err({ type: "Full" });
      const entry = { at: entries.length + 1, envelope: Uint8Array.from(envelope) };
      entries.push(entry);
      chains.set(device, [...chain, entry]);
      return ok({ at: entry.at });
    },
    since: async (at, max) => {
      const rest = entries.filter((entry) => entry.at > at);
      return ok({ entries: rest.slice(0, max), more: rest.length > max });
    },
  };
};
