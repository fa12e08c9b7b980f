/** Shows a host the page of their own relay: its true figures, what they cannot see, and that it has stopped. */
import { expect, test } from "@playwright/test";
import { hostConsole } from "@belay/content";
import { callAsk, login, newTestAsk, newTestVault } from "../relay/client.ts";
import { freePort, startServer } from "../world/server.ts";
import { look, lookLarge } from "./journey.ts";

test("a host sees that their relay runs, what it keeps, and that it no longer answers", async ({ page }) => {
  test.setTimeout(120_000);
  const port = await freePort();
  const server = await startServer({ env: { OPS_PORT: String(port) } });
  try {
    await (await login(server.origin, newTestVault())).socket.close();
    await callAsk(server.origin, "put", newTestAsk(Date.now()).put);
    const refused = await callAsk(server.origin, "read", { id: "0".repeat(32), proof: "0".repeat(64) });
    expect(refused.status).toBe(404);
    await page.goto(`http://127.0.0.1:${port}/`);
    await expect(page.getByRole("heading", { level: 1, name: hostConsole["console.up"], exact: true })).toBeVisible();
    const figure = (name: keyof typeof hostConsole) =>
      page.locator("dt", { hasText: hostConsole[name] }).locator("xpath=following-sibling::dd[1]");
    await expect(figure("console.vaults")).toHaveText("1");
    await expect(figure("console.mailboxes")).toHaveText("1");
    await expect(figure("console.failures")).toHaveText("0");
    await expect(figure("console.data")).toContainText("kB");
    await expect(page.getByText(hostConsole["console.cannotText"], { exact: true })).toBeVisible();
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await look(page, "host-console");
      await lookLarge(page, "host-console");
    }
    // What comes while the page is open is there without a press.
    await (await login(server.origin, newTestVault())).socket.close();
    await expect(figure("console.vaults")).toHaveText("2", { timeout: 30_000 });
  } finally {
    await server.stop();
  }
  await expect(page.getByRole("heading", { level: 1, name: hostConsole["console.down"], exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(hostConsole["console.cannotText"], { exact: true })).toBeVisible();
});
