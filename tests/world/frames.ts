/** Looks at the frames that a page really paints, and finds those on which somebody's words could be seen. */
import type { CDPSession, Page } from "@playwright/test";

/** The ink that fields with somebody's words are given, so that one pixel of them is enough. */
const ink = "rgb(255, 0, 255)";

/** From now on every page of the context paints long fields in that ink; the door has none. */
export const inkContent = async (page: Page): Promise<void> => {
  await page.context().addInitScript((colour) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`textarea { background: ${colour} !important; min-height: 8rem !important }`);
    document.adoptedStyleSheets = [sheet];
  }, ink);
};

/** A camera before a page. */
export interface Camera {
  /** All frames since it was started, as PNG in base64. */
  readonly stop: () => Promise<readonly string[]>;
}

/** Starts to keep every frame, the present one first. */
export const film = async (page: Page): Promise<Camera> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  const frames: string[] = [];
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    frames.push(data);
    void session.send("Page.screencastFrameAck", { sessionId }).catch(() => undefined);
  });
  await session.send("Page.startScreencast", { format: "png", maxWidth: 390, maxHeight: 844 });
  return {
    stop: async () => {
      await session.send("Page.stopScreencast").catch(() => undefined);
      await session.detach().catch(() => undefined);
      return frames;
    },
  };
};

/** For each frame, whether there is a pixel of that ink on it. `eye` is an empty page that is used for decoding. */
export const inked = (eye: Page, frames: readonly string[]): Promise<readonly boolean[]> =>
  eye.evaluate(async (all) => {
    const seen: boolean[] = [];
    for (const one of all) {
      const bytes = Uint8Array.from(atob(one), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      let ink = false;
      for (let at = 0; at < data.length && !ink; at += 4)
        ink = (data[at] ?? 0) > 240 && (data[at + 1] ?? 255) < 20 && (data[at + 2] ?? 0) > 240;
      seen.push(ink);
    }
    return seen;
  }, frames);
