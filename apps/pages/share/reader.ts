/** Fetches a sealed share from the relay's one route for it, and opens it on this device. */
import { fromBase64Url } from "@belay/basics";
import { openShare } from "@belay/vault";
import { decodeShareDoc, type ShareDoc } from "@belay/wire";
import type { ShareLink } from "./link.ts";

/** What the reader needs from the platform. */
export interface ReaderPorts {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Aborts after so many milliseconds. */
  readonly timeout: (milliseconds: number) => AbortSignal;
}

/** Twenty seconds: a slow line still gets through, and nobody waits for ever. */
const patience = 20_000;

/** The document, or null for whatever kept it from being read: no reason may tell the reader what became of it. */
export const readShare = async (ports: ReaderPorts, link: ShareLink): Promise<ShareDoc | null> => {
  const body = await fetchBody(ports, link);
  const sealed = body === null ? null : fromBase64Url(body);
  if (sealed === null || !sealed.ok) return null;
  const plain = openShare(link.secret, sealed.value);
  const doc = plain.ok ? decodeShareDoc(plain.value) : null;
  return doc !== null && doc.ok ? doc.value : null;
};

const fetchBody = async (ports: ReaderPorts, { id, proof }: ShareLink): Promise<string | null> => {
  try {
    const response = await ports.fetch("/api/share/read", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, proof }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: ports.timeout(patience),
    });
    const json: unknown = response.ok ? await response.json() : null;
    const body: unknown = typeof json === "object" && json !== null ? Reflect.get(json, "body") : null;
    return typeof body === "string" ? body : null;
  } catch {
    // Offline, too slow, or no JSON: the page says one sentence for all of it.
    return null;
  }
};
