import { h } from "preact";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../tests/screens/pretend-page.ts";
import { Scene, type SceneName } from "./scene.tsx";

const drawn = async (name: SceneName) => draw(() => h(Scene, { name, children: "Side by side." }), pretendEngine());

describe("a scene beside a text", () => {
  it.each([
    ["walk", 2],
    ["held", 2],
    ["ring", 6],
    ["passing", 5],
  ] as const)("%s draws its %i dots, each on the sheet", async (name, dots) => {
    const screen = await drawn(name);
    const circles = screen.page.all().filter(({ localName }) => localName === "circle");
    expect(circles).toHaveLength(dots);
    for (const circle of circles) {
      const at = (edge: string) => Number(circle.attributes.find(({ name: key }) => key === edge)?.value);
      expect(at("cx")).toBeGreaterThan(0);
      expect(at("cx")).toBeLessThan(96);
      expect(at("cy")).toBeGreaterThan(0);
      expect(at("cy")).toBeLessThan(64);
    }
  });

  it("keeps its words, and hides the drawing from readers", async () => {
    const screen = await drawn("walk");
    expect(screen.has("Side by side.")).toBe(true);
    const sheet = screen.page.all().find(({ localName }) => localName === "svg");
    expect(sheet?.attributes).toContainEqual({ name: "aria-hidden", value: "true" });
  });
});
