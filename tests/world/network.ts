/** Gives Node what a browser has towards the relay: sockets and requests that carry the page's origin. */
import { WebSocket as NodeSocket } from "ws";

/** Installs both for this test file; they reach the real relay over real sockets. */
export const asBrowserOf = (origin: string): (() => void) => {
  const plainFetch = globalThis.fetch;
  class PageSocket extends NodeSocket {
    constructor(url: string) {
      super(url, { origin, perMessageDeflate: false });
      this.on("error", () => undefined);
    }
  }
  const plainSocket: unknown = Reflect.get(globalThis, "WebSocket");
  Reflect.set(globalThis, "WebSocket", PageSocket);
  Reflect.set(globalThis, "fetch", (url: string, options: RequestInit = {}) => {
    const headers = new Headers(options.headers);
    headers.set("origin", origin);
    headers.set("sec-fetch-site", "same-origin");
    return plainFetch(url, { ...options, headers });
  });
  return () => {
    Reflect.set(globalThis, "WebSocket", plainSocket);
    Reflect.set(globalThis, "fetch", plainFetch);
  };
};
