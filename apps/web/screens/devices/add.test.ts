import { describe, expect, it, vi } from "vitest";
import { doorDigits } from "../../../../tests/screens/pretend-door.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { AddDevice } from "./add.tsx";
import { codeInFile } from "./code-reader.ts";

vi.mock("./code-reader.ts", () => ({
  codeInFile: vi.fn<() => Promise<Uint8Array | null>>(),
  lookForCode: () => Promise.resolve(null),
}));

const copying = (): Pretend => {
  const pretend = pretendEngine();
  pretend.say({ kind: "settings/choose", keepCopy: true, country: null, signAs: null, touch: null });
  return pretend;
};

/** Gives the screen a picture in which there is a code, or none. */
const give = async (screen: Drawn, code: Uint8Array | null): Promise<void> => {
  vi.mocked(codeInFile).mockResolvedValue(code);
  const input = screen.page.all().find((node) => node.getAttribute("type") === "file");
  if (input === undefined) throw new Error("no file field");
  input.files = [new File([], "code.png")];
  input.fire("change");
  await settle();
};

const code = new Uint8Array(120);

describe("adding a device", () => {
  it("shows the digits of the code, and sends nothing before both are the same", async () => {
    const pretend = copying();
    const screen = await draw(AddDevice, pretend);
    await give(screen, code);
    expect(screen.has(doorDigits)).toBe(true);
    await screen.press("No, stop");
    expect(screen.has("Then nothing was sent.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("asks for a name, then hands over and says who joined", async () => {
    const pretend = copying();
    const screen = await draw(AddDevice, pretend);
    await give(screen, code);
    await screen.press("Yes, the same");
    await screen.press("Add a device");
    expect(screen.has("It needs a name.")).toBe(true);
    await screen.type("A name for the new device", " Laptop ");
    await screen.press("Add a device");
    expect(pretend.calls).toEqual(["answer Laptop"]);
    expect(screen.has("Laptop has joined.")).toBe(true);
  });

  it("needs the passphrase where there is a lock, and can be turned back from", async () => {
    const pretend = copying();
    pretend.door.status.value = { locked: true, passkey: false, waitMs: 0, recovery: false };
    const screen = await draw(AddDevice, pretend);
    await give(screen, code);
    await screen.press("Yes, the same");
    await screen.type("A name for the new device", "Laptop");
    await screen.press("Add a device");
    await screen.press("Not now");
    expect(pretend.calls).toEqual([]);
    await screen.press("Add a device");
    await screen.type("Passphrase", pretend.door.pass);
    await screen.press("Go on");
    expect(screen.has("Laptop has joined.")).toBe(true);
  });

  it.each([
    [null, null, "There was no code in that picture."],
    [code, { type: "NotACode" } as const, "That is not a code of this app"],
    [code, { type: "Expired" } as const, "That code is over."],
  ])("says calmly what was wrong with a picture: %#", async (seen, fault, words) => {
    const pretend = copying();
    pretend.door.join = fault;
    const screen = await draw(AddDevice, pretend);
    await give(screen, seen);
    expect(screen.has(words)).toBe(true);
  });

  it("falls back to a picture where there is no camera", async () => {
    const screen = await draw(AddDevice, copying());
    await screen.press("Read the code with the camera");
    expect(screen.has("A picture of the code works as well.")).toBe(true);
  });
});
