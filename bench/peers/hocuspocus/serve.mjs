/** Runs Hocuspocus with its SQLite extension, set up as its own pages show it. */
import { join } from "node:path";
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";

const [port = "0", folder = "."] = process.argv.slice(2);
const extensions = [new SQLite({ database: join(folder, "db.sqlite") })];
const server = new Server({ port: Number(port), address: "127.0.0.1", quiet: true, extensions });
await server.listen();
process.stdout.write("ready\n");
process.once("SIGTERM", () => void server.destroy().then(() => process.exit(0)));
