/** Lists the pieces that can be built: which sources decide each one, and which files it makes. */

/** @typedef {"web" | "pseudo" | "pages" | "relay" | "proof" | "coverage" | "check" | "guidance" | "measures" | "bench-guidance" | "bench-relay" | "bench-peers"} PieceName */
/** @typedef {{ readonly from: readonly string[], readonly makes: readonly string[] }} Piece */

/** @type {Readonly<Record<PieceName, Piece>>} */
export const pieces = {
  web: {
    from: ["apps/web", "packages", "apps/relay/edge/signing.ts"],
    makes: ["build/web/index.html", "build/web/build.txt", "build/meta/web.json"],
  },
  // The app in a language that does not exist, for the journey that looks for sentences outside the content room.
  pseudo: {
    from: ["apps/web", "apps/pages", "packages", "tools/build"],
    makes: ["build/pseudo/index.html", "build/pseudo/pages/ask.html", "build/pseudo/pages/share.html"],
  },
  pages: {
    from: ["apps/pages", "apps/web/parts", "packages"],
    makes: ["build/pages/ask.html", "build/pages/share.html", "build/pages/console.html", "build/meta/pages.json"],
  },
  relay: { from: ["apps/relay", "packages/basics", "packages/wire"], makes: ["build/node/relay.js"] },
  proof: { from: ["tests", "tools", "apps", "packages", "fixtures"], makes: ["build/node/proof.js"] },
  coverage: { from: ["tools/coverage", "tools/check", "packages/content"], makes: ["build/node/coverage.js"] },
  check: { from: ["tools/check"], makes: ["build/node/check.js"] },
  guidance: {
    from: ["tools/guidance", "packages/guidance", "packages/domain", "packages/basics"],
    makes: ["build/node/guidance.js"],
  },
  measures: {
    from: ["tools/measures", "packages/measures", "packages/basics"],
    makes: ["build/node/measures.js"],
  },
  "bench-relay": {
    from: ["bench", "tests/relay", "packages/wire", "packages/basics"],
    makes: ["build/node/bench-relay.js"],
  },
  "bench-peers": {
    from: ["bench", "tests/relay", "packages/wire", "packages/basics"],
    makes: ["build/node/bench-peers.js"],
  },
  "bench-guidance": { from: ["bench/guidance", "packages"], makes: ["build/node/bench-guidance.js"] },
};

/** Every piece, in the order in which they are built. */
export const pieceNames = /** @type {readonly PieceName[]} */ (Object.keys(pieces));
