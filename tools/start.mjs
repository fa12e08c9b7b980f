/** `npm start`: installs and builds what is stale, then serves app, pages and relay in the foreground. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeReady, root } from "./bootstrap.mjs";

makeReady(["web", "pages", "relay"]);

// Loaded into this process, so that every signal reaches the relay itself.
await import(pathToFileURL(join(root, "build/node/relay.js")).href);
