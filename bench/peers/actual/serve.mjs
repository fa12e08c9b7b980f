/** Runs Actual's sync server as its command does, with its own limits; the load's proxy addresses are believed. */
const [port = "0", folder = "."] = process.argv.slice(2);
Object.assign(process.env, {
  NODE_ENV: "production",
  ACTUAL_PORT: port,
  ACTUAL_HOSTNAME: "127.0.0.1",
  ACTUAL_DATA_DIR: folder,
  // It takes 500 requests a minute from one address: each writer comes from an address of its own, as people do.
  ACTUAL_TRUSTED_PROXIES: "127.0.0.0/8",
});
process.chdir(folder);
await import("@actual-app/sync-server/build/bin/actual-server.js");
for (let up = false; !up;) {
  await new Promise((done) => setTimeout(done, 100));
  up = await fetch(`http://127.0.0.1:${port}/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}
process.stdout.write("ready\n");
