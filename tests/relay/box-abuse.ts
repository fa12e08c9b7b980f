/** Makes every wrong request that a route of the boxes can get. */
import type { BoxCall } from "../../apps/relay/index.ts";
import { boxPath } from "../../apps/relay/edge/routes.ts";
import type { AbuseCase } from "./abuse-target.ts";
import { newTestBox } from "./client.ts";
import { rowCases, type Rows } from "./row-abuse.ts";

const rows: Rows = { kind: "box", path: boxPath, up: ({ boxes }) => boxes, fresh: () => newTestBox() };

/** Every wrong request of one call. */
export const boxCases = (name: BoxCall): readonly AbuseCase[] =>
  rowCases(rows, name, false, (one, bodyOf) => {
    if (name === "replace") return [one("a pairing", "not found", "404", ({ boxes }) => bodyOf(boxes.pairing))];
    if (name !== "put") return [];
    return [
      one("over another's box", "taken", "409", ({ boxes }) => ({ ...newTestBox().put, id: boxes.open.id })),
      one("over an ask", "taken", "409", ({ asks }) => ({ ...newTestBox().put, id: asks.open.id })),
      one("of the kind of an ask", "malformed", "400", () => ({ ...newTestBox().put, kind: "ask" })),
    ];
  });
