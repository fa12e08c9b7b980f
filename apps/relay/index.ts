/** The only door of the relay, for whoever starts one inside their own process. */
import type { Config } from "./config.ts";
import { start, type Running, type StartPorts } from "./start.ts";

export { capTable, configOf, defaultCaps, readConfig, type BadSetting, type Caps, type Config } from "./config.ts";
export { askCalls, openCalls, type AskCall } from "./asks.ts";
export { boxCalls, type BoxCall } from "./boxes.ts";
export { openShareCalls, shareCalls, type ShareCall } from "./shares.ts";
export { openPaths, routes, type Route } from "./edge/routes.ts";
export { columns, logFields, postgresColumns, type FieldNote } from "./fields.ts";
export type { Entry, Report } from "./report.ts";
export { start, type Running, type StartFault, type StartPorts } from "./start.ts";
export type { BoxStore, MailStore, Store } from "./store/port.ts";

/**
 * Starts a relay and gives where it is. Quiet unless `ports.report` is given. Throws when it cannot start, with the
 * short code as the message: whoever calls this has no one to tell but themselves.
 */
export const startRelay = async (config: Config, ports: Partial<StartPorts> = {}): Promise<Running> => {
  const relay = await start(config, { report: () => undefined, halt: () => process.exit(1), ...ports });
  if (!relay.ok) throw new Error(`relay cannot start: ${relay.error.code}`);
  return relay.value;
};
