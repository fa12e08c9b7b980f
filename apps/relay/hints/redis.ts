/** Hints over Redis, or over Valkey: plain publish and subscribe, one connection a relay, nothing kept there. */
import { placeIn, type HintEvents, type Hints } from "./port.ts";

/** Commands that wait for the other side, at most; what is above them is dropped. */
const waitingMax = 10_000;
/** Topics in one command when all are heard again. */
const topicsTogether = 1_000;
/** A connection on which nothing comes for so long is given up; it is asked for a word more often than that. */
const silentMs = 15_000;
const askMs = 5_000;
const [firstWait, longestWait] = [100, 15_000];

/** Milliseconds before the next try, so that relays do not all come at once. `tries` from 0, `chance` from 0 to 1. */
export const waitBefore = (tries: number, chance: number): number =>
  Math.round(Math.min(longestWait, firstWait * 2 ** Math.min(tries, 20)) * (0.5 + chance / 2));

/** The system's own code, or the class; never the message, which may hold the address. */
const codeOf = (cause: unknown): string => {
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code: unknown = inner instanceof Error ? (Reflect.get(inner, "code") ?? inner.constructor.name) : null;
  return typeof code === "string" && /^\w{1,60}$/.test(code) ? code : "OTHER";
};

/**
 * Hints over the broker at `url` (`redis://` or `rediss://`). It need not be there: the relay goes on without it, and it
 * is tried again and again. The library is loaded here, so that a relay without hints never does.
 */
export const openRedis = async (url: string, events: HintEvents, chance: () => number): Promise<Hints> => {
  const { createClient } = await import("@redis/client");
  const ears = new Map<string, (upTo: number) => void>();
  let state: "new" | "here" | "away" | "closed" = "new";
  const client = createClient({
    url,
    RESP: 3,
    disableOfflineQueue: true,
    commandsQueueMaxLength: waitingMax,
    pingInterval: askMs,
    socket: { reconnectStrategy: (tries) => waitBefore(tries, chance()), socketTimeout: silentMs },
  });
  const heard = (message: string, topic: string): void => {
    const place = placeIn(message);
    if (place !== null) ears.get(topic)?.(place);
  };
  const subscribe = (topics: readonly string[]): void => {
    // What fails with the connection is heard again with the next one.
    client.subscribe([...topics], heard).catch(() => undefined);
  };
  client.on("error", (cause: unknown) => {
    if (state === "away" || state === "closed") return;
    state = "away";
    events.onAway(codeOf(cause));
  });
  client.on("ready", () => {
    if (state === "away") events.onBack();
    state = "here";
    const topics = [...ears.keys()];
    for (let at = 0; at < topics.length; at += topicsTogether) subscribe(topics.slice(at, at + topicsTogether));
  });
  // Rejects when it is closed before it was ever there; everything else is said by the events.
  client.connect().catch(() => undefined);

  return {
    tell: (topic, upTo) => {
      if (!client.isReady) return events.onDropped();
      client.publish(topic, String(upTo)).catch(events.onDropped);
    },
    hear: (topic, listener) => {
      ears.set(topic, listener);
      if (client.isReady) subscribe([topic]);
      return () => {
        if (!ears.delete(topic) || !client.isReady) return;
        client.unsubscribe(topic, heard).catch(() => undefined);
      };
    },
    close: async () => {
      state = "closed";
      ears.clear();
      if (client.isOpen) client.destroy();
    },
  };
};
