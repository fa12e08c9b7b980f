/** Runs a browser on a profile of its own that is kept after it is closed, so that its files can be searched. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { chromiumFlags, chromiumPath } from "./chromium.ts";
import { spellings } from "./end-to-end.ts";

/** Opens a context on the profile in `folder`. */
export const openProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: chromiumFlags,
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
  });

/** Runs `use` with a fresh folder for a profile, and takes it away afterwards. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "belay-profile-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs `use` with the one page of a profile, then closes the browser, so that everything is written. */
export const inProfile = async <T>(folder: string, use: (page: Page) => Promise<T>): Promise<T> => {
  const context = await openProfile(folder);
  try {
    return await use(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
};

/** Which texts lie in the files or the file names of a folder, however spelled; and how many bytes were looked at. */
export const lyingIn = (
  folder: string,
  texts: readonly string[],
): { readonly hits: readonly string[]; readonly bytes: number } => {
  const sought = texts.map((text) => ({ text, as: spellings(text) }));
  const hits = new Set<string>();
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    bytes += content.length;
    for (const { text, as } of sought) {
      if (path.includes(text) || as.some((spelling) => content.includes(spelling)))
        hits.add(`${text} in ${entry.name}`);
    }
  }
  return { hits: [...hits], bytes };
};
