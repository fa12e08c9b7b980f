/** Says how much slower this machine is right now than a quiet one, so that a time limit judges the relay alone. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/** What a Node process that does nothing takes on two quiet cores, in ms. */
const quietMs = 60;

/** 1 on a quiet machine; 3 when everything takes three times as long because others use it. */
export const noiseNow = async (): Promise<number> => {
  const started = performance.now();
  await once(spawn(process.execPath, ["-e", ""], { stdio: "ignore" }), "exit");
  return Math.max(1, (performance.now() - started) / quietMs);
};
