/** Shows that settings are read, bounded, and refused by name. */
import { describe, expect, test } from "vitest";
import { capTable, configOf, defaultCaps, readConfig } from "./config.ts";

describe("settings", () => {
  test("have a default each, so that nothing needs to be set", () => {
    const read = readConfig({}, "/build");
    expect(read).toEqual({
      ok: true,
      value: {
        dataDir: "data",
        store: null,
        hints: null,
        port: 8787,
        bind: "127.0.0.1",
        publicOrigin: null,
        trustedProxies: [],
        webDir: "/build/web",
        pagesDir: "/build/pages",
        ops: null,
        caps: defaultCaps,
      },
    });
  });

  test("are taken from the environment", () => {
    const read = readConfig(
      {
        DATA_DIR: "/d",
        STORE: "postgres://name:secret@db.example:5432/belay",
        HINTS: "rediss://:secret@broker.example:6379",
        PORT: "0",
        BIND: "0.0.0.0",
        PUBLIC_ORIGIN: "https://host.example",
        TRUSTED_PROXY: "10.0.0.1, ::1",
        WEB_DIR: "/w",
        PAGES_DIR: "/p",
        OPS_PORT: "9787",
        MAX_CONNECTIONS: "12",
      },
      "/build",
    );
    expect(read).toEqual({
      ok: true,
      value: {
        dataDir: "/d",
        store: "postgres://name:secret@db.example:5432/belay",
        hints: "rediss://:secret@broker.example:6379",
        port: 0,
        bind: "0.0.0.0",
        publicOrigin: "https://host.example",
        trustedProxies: ["10.0.0.1", "::1"],
        webDir: "/w",
        pagesDir: "/p",
        ops: { port: 9787, bind: "127.0.0.1" },
        caps: { ...defaultCaps, connections: 12 },
      },
    });
  });

  const wrong: readonly (readonly [setting: string, value: string])[] = [
    ["OPS_PORT", "public"],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["PORT", "http"],
    ["PORT", "1e3"],
    ["PORT", " 80"],
    ["PUBLIC_ORIGIN", "host.example"],
    ["PUBLIC_ORIGIN", "https://host.example/"],
    ["PUBLIC_ORIGIN", "ftp://host.example"],
    ["PUBLIC_ORIGIN", "https://host.example/path"],
    ["PUBLIC_ORIGIN", "HTTPS://host.example"],
    ["PUBLIC_ORIGIN", "null"],
    ["TRUSTED_PROXY", "proxy.example"],
    ["TRUSTED_PROXY", "10.0.0.1,nobody"],
    ["TRUSTED_PROXY", "10.0.0.0/8"],
  ];
  test.each(wrong)("refuse %s=%s by name", (setting, value) => {
    const read = readConfig({ [setting]: value }, "/build");
    expect(read).toMatchObject({ ok: false, error: { type: "BadSetting", setting } });
  });

  test.each(Object.values(capTable))("hold %s between its least and its most", (setting, _fallback, min, max) => {
    expect(readConfig({ [setting]: String(min) }, "/b").ok).toBe(true);
    expect(readConfig({ [setting]: String(max) }, "/b").ok).toBe(true);
    expect(readConfig({ [setting]: String(min - 1) }, "/b").ok).toBe(false);
    expect(readConfig({ [setting]: String(max + 1) }, "/b").ok).toBe(false);
  });

  test("that are empty count as not set", () => {
    expect(readConfig({ PORT: "", DATA_DIR: "", MAX_CONNECTIONS: "" }, "/b")).toEqual(readConfig({}, "/b"));
  });
});

describe("the limits that the security page names", () => {
  test("are the defaults", () => {
    expect(defaultCaps).toMatchObject({
      headersMs: 5_000,
      requestMs: 15_000,
      checkMs: 1_000,
      connections: 2_000,
      connectionsPerAddress: 30,
      headerBytes: 8 * 1024,
      bodyBytes: 1024 * 1024,
    });
  });

  test("can be overridden one by one for a relay started in process", () => {
    const config = configOf({ dataDir: "/d", caps: { connections: 3 } });
    expect(config.caps).toEqual({ ...defaultCaps, connections: 3 });
    expect(config.port).toBe(0);
  });

  test.each([
    ["", null],
    ["sqlite", null],
    ["postgres://name@host/base", "postgres://name@host/base"],
    ["postgresql://name:secret@host:5432/base", "postgresql://name:secret@host:5432/base"],
  ])("take the store %j", (STORE, store) => {
    expect(readConfig({ STORE }, "/build")).toMatchObject({ ok: true, value: { store } });
  });

  test.each(["nats://host", "host:6379", "http://host", "none"])("refuse hints over %j by name", (HINTS) => {
    const STORE = "postgres://name@host/base";
    expect(readConfig({ STORE, HINTS }, "/build")).toMatchObject({ ok: false, error: { setting: "HINTS" } });
  });

  test("refuse hints for a relay that keeps everything in a file of its own", () => {
    expect(readConfig({ HINTS: "redis://host" }, "/build")).toMatchObject({ ok: false, error: { setting: "HINTS" } });
  });

  test.each(["mysql://host/base", "host", "/data/relay.db", "http://host"])("refuse the store %j by name", (STORE) => {
    expect(readConfig({ STORE }, "/build")).toMatchObject({ ok: false, error: { setting: "STORE" } });
  });
});
