/** Reads the memory of a page and of its workers through the browser's debugging port. */
import { WebSocket } from "ws";

/** What the debugger said; read field by field. */
type Said = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Said => (typeof value === "object" && value !== null ? { ...value } : {});
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** One conversation with the browser. `session` names the page or worker that is meant; null is the browser itself. */
export interface Debugger {
  readonly send: (session: string | null, method: string, params?: Said) => Promise<Said>;
  readonly heard: (method: string, hear: (session: string, params: Said) => void) => void;
  readonly close: () => void;
}

/** Connects to a browser that was started with `--remote-debugging-port`. */
export const openDebugger = async (port: number): Promise<Debugger> => {
  const about: unknown = await (await fetch(`http://127.0.0.1:${port}/json/version`)).json();
  const socket = new WebSocket(textOf(objectOf(about)["webSocketDebuggerUrl"]), { maxPayload: 1 << 30 });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const waiting = new Map<number, { readonly done: (said: Said) => void; readonly failed: (why: Error) => void }>();
  const ears: { readonly method: string; readonly hear: (session: string, params: Said) => void }[] = [];
  let last = 0;
  socket.on("message", (data) => {
    const { id, method, params, result, error, sessionId } = objectOf(
      JSON.parse(Buffer.isBuffer(data) ? data.toString("utf8") : "null"),
    );
    if (typeof id === "number") {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) asked?.done(objectOf(result));
      else asked?.failed(new Error(JSON.stringify(error)));
    } else for (const ear of ears) if (ear.method === method) ear.hear(textOf(sessionId), objectOf(params));
  });
  return {
    send: (session, method, params = {}) =>
      new Promise((done, failed) => {
        last += 1;
        waiting.set(last, { done, failed });
        socket.send(JSON.stringify({ id: last, method, params, ...(session === null ? {} : { sessionId: session }) }));
      }),
    heard: (method, hear) => void ears.push({ method, hear }),
    close: () => socket.close(),
  };
};

/** The sessions of the page at that origin and of the workers behind it, the page first. */
export const sessionsOf = async (debug: Debugger, origin: string): Promise<readonly string[]> => {
  const { targetInfos } = await debug.send(null, "Target.getTargets");
  const all = Array.isArray(targetInfos) ? targetInfos.map(objectOf) : [];
  const page = all.find(({ type, url }) => type === "page" && textOf(url).startsWith(origin));
  const { sessionId } = await debug.send(null, "Target.attachToTarget", {
    targetId: textOf(page?.["targetId"]),
    flatten: true,
  });
  const first = textOf(sessionId);
  const sessions = [first];
  debug.heard("Target.attachedToTarget", (parent, params) => {
    if (parent === first) sessions.push(textOf(params["sessionId"]));
  });
  await debug.send(first, "Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  return sessions;
};

/** A snapshot of a heap after everything unused was collected: every string that is alive in it. */
export const heapText = async (debug: Debugger, session: string): Promise<string> => {
  const chunks: string[] = [];
  debug.heard("HeapProfiler.addHeapSnapshotChunk", (from, params) => {
    if (from === session) chunks.push(textOf(params["chunk"]));
  });
  await debug.send(session, "HeapProfiler.enable");
  await debug.send(session, "HeapProfiler.collectGarbage");
  await debug.send(session, "HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  return chunks.join("");
};

/**
 * Every array of bytes, at most `most` long, that a living object holds as a property, in hexadecimal digits. The
 * debugger lists no byte arrays themselves, so they are looked for in all objects.
 */
export const bytesAlive = async (debug: Debugger, session: string, most: number): Promise<readonly string[]> => {
  const proto = await debug.send(session, "Runtime.evaluate", { expression: "Object.prototype" });
  const { objects } = await debug.send(session, "Runtime.queryObjects", {
    prototypeObjectId: textOf(objectOf(proto["result"])["objectId"]),
  });
  const { result, exceptionDetails } = await debug.send(session, "Runtime.callFunctionOn", {
    objectId: textOf(objectOf(objects)["objectId"]),
    functionDeclaration: `function (most) {
      const found = new Set();
      for (const one of this) {
        for (const { value } of Object.values(Object.getOwnPropertyDescriptors(one))) {
          if (ArrayBuffer.isView(value) && value.byteLength <= most)
            found.add(Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
              (byte) => byte.toString(16).padStart(2, "0")).join(""));
        }
      }
      return [...found];
    }`,
    arguments: [{ value: most }],
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
  const { value } = objectOf(result);
  return Array.isArray(value) ? value.map(textOf) : [];
};
