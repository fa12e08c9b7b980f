/** Gives tests a real PostgreSQL: the one that the whole run has started, or one of their own that ends with them. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { missing, postgresBin, startServer } from "../../tools/postgres.mjs";

/** A server that a test may kill. It ends with the process at the latest. */
export const ownServer = (settings: readonly string[] = []): ReturnType<typeof startServer> => {
  const bin = postgresBin(process.cwd());
  if (bin === null) throw new Error(missing);
  return startServer(bin, settings);
};

let own: ReturnType<typeof startServer> | null = null;

/** The address of a server that all tests share; each takes a room of its own in it. */
const sharedUrl = (): string => {
  const given = process.env["BELAY_POSTGRES"];
  if (given === "none") throw new Error(missing);
  if (given !== undefined && given !== "") return given;
  own ??= ownServer();
  return own.url;
};

/** Runs statements on a connection of their own. */
export const onPostgres = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** An empty room for tables, in the shared server or in one that is given. */
export const newRoom = async (
  server = sharedUrl(),
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> => {
  const name = `room_${randomBytes(6).toString("hex")}`;
  await onPostgres(server, (client) => client.query(`CREATE SCHEMA ${name}`));
  return {
    url: `${server}?options=-c%20search_path%3D${name}`,
    drop: () =>
      onPostgres(server, async (client) => {
        await client.query("SET client_min_messages = warning");
        await client.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
      }),
  };
};
