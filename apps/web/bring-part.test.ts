import { beforeEach, describe, expect, it, vi } from "vitest";

/** A link as the page holds it. */
interface PretendLink {
  rel: string;
  href: string;
  onload: () => void;
  onerror: () => void;
  remove: () => void;
}

let links: PretendLink[] = [];

const nothing = (): void => undefined;

const pretendLink = (rel = "", href = ""): PretendLink => {
  const link = { rel, href, onload: nothing, onerror: nothing, remove: nothing };
  link.remove = () => void (links = links.filter((other) => other !== link));
  return link;
};

const pretendDocument = {
  createElement: () => pretendLink(),
  head: { append: (link: PretendLink) => void links.push(link) },
  querySelector: (selector: string) => links.find(({ href }) => selector === `link[href="${href}"]`) ?? null,
};

const files = ["assets/rooms.js", "assets/rooms.css", "assets/index.css"];

/** The module afresh, on a page that came with one style. */
const arrive = async () => {
  vi.resetModules();
  return import("./bring-part.ts");
};

const styleOf = (name: string): PretendLink => {
  const link = links.find(({ rel, href }) => rel === "stylesheet" && href === `/assets/${name}.css`);
  if (link === undefined) throw new Error(`no link to ${name}`);
  return link;
};

beforeEach(() => {
  links = [pretendLink("stylesheet", "/assets/index.css")];
  vi.stubGlobal("document", pretendDocument);
  return () => vi.unstubAllGlobals();
});

describe("a part that comes later", () => {
  it("is loaded once its style is here, and its scripts are asked for at once", async () => {
    const { bringPart } = await arrive();
    const load = vi.fn(async () => "the rooms");
    const coming = bringPart(load, files);
    expect(links.map(({ rel, href }) => `${rel} ${href}`)).toEqual([
      "stylesheet /assets/index.css",
      "modulepreload /assets/rooms.js",
      "stylesheet /assets/rooms.css",
    ]);
    await Promise.resolve();
    expect(load).not.toHaveBeenCalled();
    styleOf("rooms").onload();
    expect(await coming).toBe("the rooms");
  });

  it("asks for nothing twice, and a second part waits for the same style", async () => {
    const { bringPart } = await arrive();
    const first = bringPart(async () => 1, files);
    const second = bringPart(async () => 2, files);
    expect(links).toHaveLength(3);
    styleOf("rooms").onload();
    expect(await Promise.all([first, second])).toEqual([1, 2]);
  });

  it("fails when its style cannot be had, and the next try asks again", async () => {
    const { bringPart } = await arrive();
    const load = vi.fn(async () => "here");
    const lost = bringPart(load, files);
    styleOf("rooms").onerror();
    await expect(lost).rejects.toThrow("no style");
    expect(load).not.toHaveBeenCalled();
    const again = bringPart(load, files);
    styleOf("rooms").onload();
    expect(await again).toBe("here");
  });

  it("fails as its script fails, and needs no files", async () => {
    const { bringPart } = await arrive();
    await expect(bringPart(() => Promise.reject(new Error("offline")))).rejects.toThrow("offline");
    expect(await bringPart(async () => 3)).toBe(3);
  });
});
