/** Looks into a picture of the screen: how many colours it has, and how bright each point of it is. */
import { writeFileSync } from "node:fs";
import type { BrowserContext } from "@playwright/test";

/** Draws a PNG in a blank tab, so that nothing of the page under test is touched, and gives what `read` makes of it. */
const drawn = async <T>(
  context: BrowserContext,
  png: Buffer,
  size: { readonly width: number; readonly height: number } | null,
  read: (points: Buffer, width: number, height: number) => T,
): Promise<T> => {
  const tab = await context.newPage();
  const got = await tab.evaluate(
    async ([text, wanted]) => {
      const picture = await createImageBitmap(
        new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]),
      );
      const { width, height } = wanted ?? picture;
      const canvas = new OffscreenCanvas(width, height);
      const pen = canvas.getContext("2d");
      if (pen === null) throw new Error("no canvas");
      pen.fillStyle = "white";
      pen.fillRect(0, 0, width, height);
      // As large as it fits without blurring it, in the middle.
      const scale = wanted === null ? 1 : Math.min(width / picture.width, height / picture.height);
      const [across, down] = [picture.width * scale, picture.height * scale];
      pen.drawImage(picture, (width - across) / 2, (height - down) / 2, across, down);
      const points = pen.getImageData(0, 0, width, height).data;
      let letters = "";
      for (let at = 0; at < points.length; at += 8_192)
        letters += String.fromCharCode(...points.subarray(at, at + 8_192));
      return { width, height, points: btoa(letters) };
    },
    [png.toString("base64"), size] as const,
  );
  await tab.close();
  return read(Buffer.from(got.points, "base64"), got.width, got.height);
};

/** How many different colours a picture has: one where nothing is drawn. */
export const coloursIn = (context: BrowserContext, png: Buffer): Promise<number> =>
  drawn(context, png, null, (points) => {
    const colours = new Set<number>();
    for (let at = 0; at < points.length; at += 4) colours.add(points.readUInt32LE(at));
    return colours.size;
  });

/** What a camera would see that is held before the picture: raw video (YUV4MPEG2, 4:2:0), written to `file`. */
export const filmOf = async (context: BrowserContext, png: Buffer, file: string): Promise<void> => {
  const size = { width: 640, height: 480 };
  const luma = await drawn(context, png, size, (points) =>
    Buffer.from(Array.from({ length: points.length / 4 }, (_, at) => points[at * 4] ?? 0)),
  );
  const grey = Buffer.alloc((size.width * size.height) / 2, 128);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, grey]);
  writeFileSync(file, Buffer.concat([Buffer.from("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420\n"), frame, frame]));
};
