/** Shows whose word is taken for where a request came from, and whose is not. */
import { describe, expect, test } from "vitest";
import { addressOf, ownOrigins, senderOf, servedOrigin } from "./origin.ts";

const own = ownOrigins("https://host.example", "0.0.0.0", 8787);

describe("the sender", () => {
  const cases: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ origin: "https://host.example" }, "own"],
    [{ origin: "https://host.example", "sec-fetch-site": "same-origin" }, "own"],
    [{ origin: "https://host.example", "sec-fetch-site": "cross-site" }, "foreign"],
    [{ origin: "https://host.example", "sec-fetch-site": "same-site" }, "foreign"],
    [{ origin: "null" }, "sandbox"],
    [{ origin: "null", "sec-fetch-site": "cross-site" }, "sandbox"],
    [{}, "foreign"],
    [{ origin: "" }, "foreign"],
    [{ origin: "http://host.example" }, "foreign"],
    [{ origin: "https://host.example:8787" }, "foreign"],
    [{ origin: "https://host.example.evil.example" }, "foreign"],
    [{ origin: "https://HOST.example" }, "foreign"],
    [{ origin: "http://localhost:8787" }, "foreign"],
  ];
  test.each(cases)("of %j is %s", (headers, sender) => {
    expect(senderOf(headers, own)).toBe(sender);
  });

  test("without a public origin is this machine, by any of its names and the right port alone", () => {
    const local = ownOrigins(null, "127.0.0.1", 8787);
    expect(local[0]).toBe("http://127.0.0.1:8787");
    for (const origin of local) expect(senderOf({ origin }, local)).toBe("own");
    for (const origin of [
      "http://localhost:8788",
      "http://localhost",
      "https://localhost:8787",
      "http://evil.example:8787",
    ]) {
      expect(senderOf({ origin }, local)).toBe("foreign");
    }
    expect(ownOrigins(null, "0.0.0.0", 80)).toContain("http://localhost");
  });

  test("of a relay bound to one address may use that address, and it is the one to print", () => {
    expect(ownOrigins(null, "192.168.1.5", 8787)[0]).toBe("http://192.168.1.5:8787");
    expect(ownOrigins(null, "fd00::5", 8787)[0]).toBe("http://[fd00::5]:8787");
    for (const bind of ["0.0.0.0", "::", "localhost"]) expect(ownOrigins(null, bind, 1)).toHaveLength(3);
  });
});

describe("the client's address", () => {
  const trusted = ["10.0.0.1"];
  test.each([
    ["192.0.2.7", "198.51.100.1", "192.0.2.7"],
    ["10.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["10.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"],
    ["::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["10.0.0.1", "2001:db8::1", "2001:db8::1"],
    ["10.0.0.1", "unknown", "10.0.0.1"],
    ["10.0.0.1", "", "10.0.0.1"],
  ])("behind peer %s that forwards for %s is %s", (peer, forwarded, address) => {
    expect(addressOf(peer, { "x-forwarded-for": forwarded }, trusted)).toBe(address);
  });

  test("is the peer's when nobody is trusted, whatever any header says", () => {
    const headers = { "x-forwarded-for": "198.51.100.1", "x-real-ip": "198.51.100.2", forwarded: "for=198.51.100.3" };
    expect(addressOf("10.0.0.1", headers, [])).toBe("10.0.0.1");
    expect(addressOf(undefined, headers, [])).toBe("");
  });
});

describe("the origin a page is served under", () => {
  test.each([
    ["host.example", "http://host.example"],
    ["LOCALHOST:8787", "http://localhost:8787"],
    ["[::1]:8787", "http://[::1]:8787"],
    ["192.168.1.5:80", "http://192.168.1.5:80"],
  ])("is named by a plain host: %s", (host, origin) => {
    expect(servedOrigin(host, null)).toBe(origin);
  });

  test.each(["", "a b", "a;b", "a,b", "a'b", "a/b", "a:b", "-a", "a\u0000", "[x]", "a:123456", "user@host"])(
    "is not named by anything that could break out of a policy: %j",
    (host) => {
      expect(servedOrigin(host, null)).toBeNull();
    },
  );

  test("is the public one where there is one", () => {
    expect(servedOrigin("evil.example", "https://host.example")).toBe("https://host.example");
    expect(servedOrigin(undefined, null)).toBeNull();
  });
});
