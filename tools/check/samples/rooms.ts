/** Samples for the rules about what imports what. */
import { job, manifest, packageFiles, type Files, type Samples } from "./sample.ts";

const house: Files = {
  "package.json": JSON.stringify({ name: "belay", devDependencies: { vitest: "4.1.12" } }),
  ...packageFiles("basics"),
  ...packageFiles("domain", { "@belay/basics": "0.1.0" }),
  ...packageFiles("wire", { "@belay/basics": "0.1.0" }),
  ...packageFiles("vault", { "@belay/basics": "0.1.0", "@belay/wire": "0.1.0" }),
  ...packageFiles("content", { "@belay/basics": "0.1.0" }),
  ...packageFiles("testkit"),
  "apps/web/package.json": manifest("web", {
    "@belay/domain": "0.1.0",
    "@belay/wire": "0.1.0",
    "@belay/vault": "0.1.0",
  }),
  "apps/relay/package.json": manifest("relay", { "@belay/wire": "0.1.0", fastify: "5.12.8" }),
  "build/meta/relay.json": '{"chunks":[{"modules":{"packages/wire/index.ts":9}}]}',
};

/** The samples by rule. */
export const roomSamples: Samples = {
  readable: {
    clean: { "tools/a.ts": "export const a = 1;" },
    planted: { "a broken line": { "tools/a.ts": "export const = ;" } },
  },
  arrows: {
    clean: {
      ...house,
      "packages/vault/seal.ts": 'import { frame } from "@belay/wire";',
      "packages/wire/frame.test.ts": 'import { fake } from "@belay/testkit";',
      "apps/web/engine/sync.ts": 'import type { Clock } from "./ports/clock.ts";',
      "apps/web/engine/ports/clock.ts": job,
    },
    planted: {
      "wire importing domain": { "packages/wire/frame.ts": 'import { decide } from "@belay/domain";' },
      "wire importing a type of domain": { "packages/wire/frame.ts": 'import type { State } from "@belay/domain";' },
      "wire naming a type of domain in place": {
        "packages/wire/f.ts": 'export type S = import("@belay/domain").State;',
      },
      "domain loading vault late": { "packages/domain/x.ts": 'export const f = () => import("@belay/vault");' },
      "vault handing on domain": { "packages/vault/x.ts": 'export { decide } from "@belay/domain";' },
      "relay importing vault": { "apps/relay/relay.ts": 'import { open } from "@belay/vault";' },
      "relay importing its store": {
        "apps/relay/relay.ts": 'import { open } from "./store/sqlite.ts";',
        "apps/relay/store/sqlite.ts": job,
      },
      "edge importing a store": {
        "apps/relay/edge/http.ts": 'import { open } from "../store/sqlite.ts";',
        "apps/relay/store/sqlite.ts": job,
      },
      "screens importing an adapter": {
        "apps/web/screens/today.tsx": 'import { clock } from "../adapters/clock.ts";',
        "apps/web/adapters/clock.ts": job,
      },
      "screens importing vault": { "apps/web/screens/today.tsx": 'import { open } from "@belay/vault";' },
      "screens importing wire": { "apps/web/screens/today.tsx": 'import { open } from "@belay/wire";' },
      "parts importing domain": { "apps/web/parts/chip.tsx": 'import { decide } from "@belay/domain";' },
      "an adapter importing domain": { "apps/web/adapters/clock.ts": 'import { decide } from "@belay/domain";' },
      "the key worker importing the engine": {
        "apps/web/worker/main.ts": 'import { sync } from "../engine/sync.ts";',
      },
      "the engine importing a screen": {
        "apps/web/engine/sync.ts": 'import { go } from "../screens/navigation.ts";',
        "apps/web/screens/navigation.ts": job,
      },
      "pages importing domain": { "apps/pages/ask/main.ts": 'import { decide } from "@belay/domain";' },
      "shipped code importing testkit": { "packages/wire/frame.ts": 'import { fake } from "@belay/testkit";' },
      "shipped code importing a test": {
        "packages/vault/seal.ts": 'import { sample } from "./seal.test.ts";',
        "packages/vault/seal.test.ts": job,
      },
      "shipped code importing tools": {
        "packages/wire/frame.ts": 'import { a } from "../../tools/a.ts";',
        "tools/a.ts": job,
      },
    },
  },
  features: {
    clean: {
      "packages/domain/asks/decide.ts": 'import { a } from "../events/asks.ts";\nimport { b } from "./view.ts";',
      "packages/domain/asks/view.ts": job,
      "packages/domain/events/asks.ts": job,
    },
    planted: {
      "asks importing circle": {
        "packages/domain/asks/decide.ts": 'import type { Person } from "../circle/view.ts";',
        "packages/domain/circle/view.ts": job,
      },
      "asks importing the fold": {
        "packages/domain/asks/decide.ts": 'import type { State } from "../state.ts";',
        "packages/domain/state.ts": job,
      },
    },
  },
  manifests: {
    clean: {
      ...house,
      "packages/wire/frame.ts": 'import { ok } from "@belay/basics";',
      "packages/wire/frame.test.ts": 'import { it } from "vitest";',
    },
    planted: {
      "an installed package that is not listed": { "packages/wire/frame.ts": 'import * as v from "valibot";' },
      "a room that is not listed": { "apps/relay/relay.ts": 'import { ok } from "@belay/basics";' },
      "a tool in shipped code": { "packages/wire/frame.ts": 'import { it } from "vitest";' },
    },
  },
  platform: {
    clean: { "apps/relay/main.ts": 'import "node:http";', "packages/wire/a.test.ts": 'import "node:fs";' },
    planted: {
      "domain reading files": { "packages/domain/a.ts": 'import { readFileSync } from "node:fs";' },
      "the app using Node's hashes": { "apps/web/engine/a.ts": 'import { createHash } from "node:crypto";' },
    },
  },
  "import spelling": {
    clean: { ...house, "packages/wire/a.ts": 'import { b } from "./b.ts";', "packages/wire/b.ts": job },
    planted: {
      "no ending": { "packages/wire/a.ts": 'import { b } from "./b";' },
      "a path into another package": { "packages/vault/a.ts": 'import { b } from "../wire/b.ts";' },
      "a path past a door": { "packages/vault/a.ts": 'import { b } from "@belay/wire/b.ts";' },
    },
  },
  "blind relay": {
    clean: house,
    planted: {
      "a manifest that lists vault": { "apps/relay/package.json": manifest("relay", { "@belay/vault": "0.1.0" }) },
      "a manifest that lists domain": { "apps/relay/package.json": manifest("relay", { "@belay/domain": "0.1.0" }) },
      "a bundle that holds vault": { "build/meta/relay.json": '{"modules":{"packages/vault/seal.ts":120}}' },
    },
  },
  "file cycles": {
    clean: {
      "tools/a.ts": 'import { b } from "./b.ts";',
      "tools/b.ts": 'import { c } from "./c.ts";',
      "tools/c.ts": job,
    },
    planted: {
      "a ring of three": { "tools/c.ts": 'import { a } from "./a.ts";' },
      "a ring closed by a type": { "tools/c.ts": 'import type { A } from "./a.ts";' },
      "a ring closed late": { "tools/c.ts": 'export const c = () => import("./b.ts");' },
    },
  },
  "room cycles": {
    clean: { ...house, "packages/vault/a.ts": 'import "@belay/wire";' },
    planted: {
      "wire importing vault": { "packages/wire/a.ts": 'import type { Key } from "@belay/vault";' },
    },
  },
  centre: {
    clean: {
      "packages/basics/result.ts": job,
      "packages/basics/a.ts": 'import "./result.ts";',
      "packages/basics/b.ts": 'import "./result.ts";',
    },
    planted: {
      "a part that everything leans on": {
        "apps/web/parts/x.ts": job,
        ...Object.fromEntries(["a", "b", "c"].map((name) => [`apps/web/parts/${name}.ts`, 'import "./x.ts";'])),
      },
    },
  },
};
