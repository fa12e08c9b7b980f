/** Makes every wrong request that a route of the shares can get. */
import { openShareCalls, type ShareCall } from "../../apps/relay/index.ts";
import { sharePath } from "../../apps/relay/edge/routes.ts";
import type { AbuseCase, Target } from "./abuse-target.ts";
import { newTestShare } from "./client.ts";
import { rowCases, type Rows } from "./row-abuse.ts";

const rows: Rows = {
  kind: "share",
  path: sharePath,
  up: ({ shares }) => shares,
  fresh: () => newTestShare(0),
};

/** Every wrong request of one call. */
export const shareCases = (name: ShareCall): readonly AbuseCase[] =>
  rowCases(rows, name, openShareCalls.includes(name), (one, bodyOf) => {
    if (name !== "put") return [one("a box, by its own proof", "not found", "404", ({ boxes }) => bodyOf(boxes.open))];
    const lasting = ({ now }: Target, days: number): unknown => newTestShare(now(), { days }).put;
    const over = (what: "shares" | "asks") => (target: Target) => ({
      ...newTestShare(target.now()).put,
      id: target[what].open.id,
    });
    return [
      one("over another's", "taken", "409", over("shares")),
      one("over an ask", "taken", "409", over("asks")),
      one("for longer than there is", "malformed", "400", (target) => lasting(target, 92)),
      one("that is over already", "malformed", "400", (target) => lasting(target, -1)),
    ];
  });
