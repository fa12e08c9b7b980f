import { describe, expect, it } from "vitest";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { useScreen } from "../navigation.ts";
import { Today } from "./today.tsx";

const line = "There is something to know about the copies of what you wrote.";

describe("something a person must know about the copies", () => {
  it.each(["as-now", "quieter", "resting"] as const)(
    "is one calm line on Today, also at the pace “%s”",
    async (pace) => {
      const pretend = pretendEngine();
      pretend.say({ kind: "settings/choose-pace", pace });
      expect((await draw(Today, pretend)).has(line)).toBe(false);
      pretend.door.alarms.value = [{ kind: "withheld", device: null, since: 0 }];
      const screen = await draw(Today, pretend);
      expect(screen.has(line)).toBe(true);
      await screen.press("Read it");
      expect(useScreen().screen).toBe("devices");
    },
  );
});
