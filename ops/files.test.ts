/** Lints the files that a host starts from, by the tools that know their languages, and holds them to the code. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { capTable, readConfig } from "../apps/relay/index.ts";
import { program } from "../tests/ops/proxies.ts";

const read = (name: string): string => readFileSync(join(process.cwd(), "ops", name), "utf8");
const complaints = (text: string): readonly string[] => validate(text).map(({ message }) => JSON.stringify(message));

const compose = (text: string): { readonly status: number | null; readonly said: string } => {
  const rules = ["--max-warnings", "0", "--config", "ops/.dclintrc.json"];
  const done = spawnSync(process.execPath, ["node_modules/dclint/bin/dclint.cjs", ...rules, text], {
    encoding: "utf8",
  });
  return { status: done.status, said: done.stdout + done.stderr };
};

describe("the image", () => {
  test("is a Dockerfile without a complaint, and a broken one has some", () => {
    expect(complaints(read("Dockerfile"))).toEqual([]);
    expect(complaints(read("Dockerfile").replace("EXPOSE 8787", "EXPOSE everything"))).not.toEqual([]);
    expect(complaints("RUN nothing")).not.toEqual([]);
  });

  test("runs as nobody in particular, keeps its data in one place, and is asked for its health where that is told", () => {
    const text = read("Dockerfile");
    expect(text).toMatch(/^USER node$/m);
    expect(text).toMatch(/^VOLUME \/data$/m);
    const env = Object.fromEntries(
      [...(/^ENV (.+)$/m.exec(text)?.[1] ?? "").matchAll(/(\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );
    const config = readConfig(env, "/app/build");
    expect(config).toMatchObject({ ok: true, value: { dataDir: "/data", bind: "0.0.0.0", port: 8787 } });
    expect(text).toContain(`http://127.0.0.1:${config.ok ? config.value.ops?.port : 0}/healthz`);
  });
});

describe("the compose file", () => {
  test("has no complaint, and a broken one has", () => {
    expect(compose("ops/compose.yaml")).toMatchObject({ status: 0 });
    expect(compose("ops/compose-several.yaml")).toMatchObject({ status: 0 });
    expect(compose("package.json").status).not.toBe(0);
  });

  test("believes the proxy alone, shows the host's port to this machine alone, and gives settings that exist", () => {
    const text = read("compose.yaml");
    const proxy = /BELAY_RELAY: "?172\.30\.87\.3:8787"?/.exec(text);
    expect(proxy).not.toBeNull();
    expect(text).toMatch(/TRUSTED_PROXY: "?172\.30\.87\.2"?/);
    expect(text).toContain("127.0.0.1:9787:9787");
    expect(text).not.toMatch(/8787:8787/);
  });
});

describe("the compose file for several relays", () => {
  const text = read("compose-several.yaml");
  const secrets = { BELAY_HOST: "belay.example", BELAY_DB_SECRET: "a", BELAY_HINT_SECRET: "b" };
  const filled = Object.entries(secrets).reduce(
    (whole, [name, value]) => whole.replaceAll(new RegExp(`\\$\\{${name}:\\?[^}]+\\}`, "g"), value),
    text,
  );

  test("gives each relay settings that it takes, and names of services that are there", () => {
    expect(filled).not.toContain("${");
    const block = /x-relay:[^]+?environment:\n([^]+?)\n {2}networks:/.exec(filled)?.[1] ?? "";
    const env = Object.fromEntries(
      [...block.matchAll(/^ +(\w+): "?([^"\n]+)"?$/gm)].map(([, name = "", value = ""]) => [name, value]),
    );
    const config = readConfig(env, "/b");
    expect(config).toMatchObject({ ok: true, value: { publicOrigin: "https://belay.example" } });
    if (!config.ok) return;
    const proxy = /proxy:[^]+?ipv4_address: ([\d.]+)/.exec(text)?.[1];
    expect(config.value.trustedProxies).toEqual([proxy]);
    for (const url of [config.value.store, config.value.hints])
      expect(text).toContain(`\n  ${new URL(url ?? "").hostname}:\n`);
    const relays = /BELAY_RELAYS: "?([^"\n]+)"?/.exec(text)?.[1]?.split(" ") ?? [];
    expect(relays).toHaveLength(3);
    for (const relay of relays) expect(text).toContain(`\n  ${relay.replace(":8787", "")}:\n`);
    expect(text).toContain("./Caddyfile-several:/etc/caddy/Caddyfile:ro");
  });

  test("shows the world the proxy alone", () => {
    expect([...text.matchAll(/- "([\d.]+):\d+:\d+"/g)].map(([, address]) => address)).toEqual([
      "0.0.0.0",
      "0.0.0.0",
      "127.0.0.1",
      "127.0.0.1",
      "127.0.0.1",
    ]);
  });
});

describe("the unit", () => {
  const text = read("belay.service");

  test("gives settings that the relay knows", () => {
    const env = Object.fromEntries(
      [...text.matchAll(/^Environment=(\w+)=(.+)$/gm)].map(([, name = "", value = ""]) => [name, value]),
    );
    const plain = ["NODE_ENV", "DATA_DIR", "PORT", "BIND", "PUBLIC_ORIGIN", "TRUSTED_PROXY", "OPS_PORT", "OPS_BIND"];
    const caps: readonly string[] = Object.values(capTable).map(([setting]) => setting);
    expect(Object.keys(env).filter((name) => !plain.includes(name) && !caps.includes(name))).toEqual([]);
    expect(readConfig(env, "/b")).toMatchObject({ ok: true, value: { trustedProxies: ["127.0.0.1"] } });
  });

  test("is one that systemd can read, where systemd is", () => {
    const analyze = program("systemd-analyze", "systemd");
    if (analyze === null) return expect(text).toContain("[Service]");
    const done = spawnSync(analyze, ["verify", "ops/belay.service"], { encoding: "utf8" });
    // Whether /usr/bin/node is there is the machine's business, not the file's.
    const said = (done.stdout + done.stderr).split("\n").filter((line) => /belay\.service/.test(line));
    expect(said.filter((line) => !/not executable/.test(line))).toEqual([]);
  });
});
