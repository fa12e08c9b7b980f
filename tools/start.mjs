/** `npm start`: installs and builds what is stale, then serves app, pages and relay in the foreground. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeReady, root } from "./bootstrap.mjs";

makeReady(["web", "pages", "relay"]);

// npm starts us through a shell, and a signal to npm ends that shell without reaching us: then we stop by ourselves.
if (process.env["npm_lifecycle_event"] !== undefined) {
  const parent = process.ppid;
  const stopWhenAlone = () => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  };
  setInterval(stopWhenAlone, 500).unref();
}

// Loaded into this process, so that every signal reaches the relay itself.
await import(pathToFileURL(join(root, "build/node/relay.js")).href);
