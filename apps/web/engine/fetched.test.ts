/** Tests what is fetched later: once, when it is wanted, and again when it did not come. */
import { describe, expect, it } from "vitest";
import { fetched } from "./fetched.ts";

describe("a part that comes later", () => {
  it("is not fetched before somebody asks", async () => {
    let asked = 0;
    const part = fetched(() => Promise.resolve((asked += 1)));
    expect([asked, part.here.value]).toEqual([0, null]);
    expect(await part.bring()).toBe(1);
    expect(part.here.value).toBe(1);
  });

  it("is fetched once, however many ask at the same time and later", async () => {
    let asked = 0;
    const part = fetched(() => Promise.resolve((asked += 1)));
    expect(await Promise.all([part.bring(), part.bring()])).toEqual([1, 1]);
    expect([await part.bring(), asked]).toEqual([1, 1]);
  });

  it("is nothing when it does not come, and is asked for again", async () => {
    let asked = 0;
    const part = fetched(() => {
      asked += 1;
      return asked < 3 ? Promise.reject(new Error("no network")) : Promise.resolve("here");
    });
    expect([await part.bring(), part.here.value]).toEqual([null, null]);
    expect(await part.bring()).toBeNull();
    expect([await part.bring(), asked]).toEqual(["here", 3]);
  });
});
