/** Runs the page: holds its state, and fetches when it is asked to open. */
import type { ShareDoc } from "@belay/wire";
import { linkOf, type ShareLink } from "./link.ts";
import { firstPage, next, type Page, type PageEvent } from "./page.ts";

/** What the desk needs from outside. */
export interface DeskPorts {
  readonly read: (link: ShareLink) => Promise<ShareDoc | null>;
  /** Path and fragment of the page's address, read anew on each arrival. */
  readonly address: () => { readonly path: string; readonly fragment: string };
  readonly draw: (page: Page) => void;
  /** Calls back after so many milliseconds; the returned function calls it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
}

/** Milliseconds after which the page says that it is still trying. */
const lingersAfter = 6000;

/** The desk. The secret stays in the address and in memory: a page without an origin can store nothing. */
export const makeDesk = (ports: DeskPorts): { readonly arrive: () => void; readonly open: () => Promise<void> } => {
  let page = firstPage;
  let link: ShareLink | null = null;

  const send = (event: PageEvent): void => {
    const moved = next(page, event);
    if (moved === page) return;
    page = moved;
    ports.draw(page);
  };

  const arrive = (): void => {
    const { path, fragment } = ports.address();
    link = linkOf(path, fragment);
    page = next(page, { type: "arrived", words: link?.words ?? null });
    ports.draw(page);
  };

  return {
    arrive,
    open: async () => {
      // A link without a secret may have been mended in the address bar.
      if (link === null) return arrive();
      if (page.kind !== "closed" || page.waiting !== "no") return;
      const asked = link;
      send({ type: "asked-to-open" });
      const callOff = ports.later(lingersAfter, () => send({ type: "lingered" }));
      const doc = await ports.read(asked);
      callOff();
      // Another link was put into the address meanwhile: what came back belongs to a page that is gone.
      if (link === asked) send(doc === null ? { type: "failed" } : { type: "opened", doc });
    },
  };
};
