/** Finds a pairing code in a picture or before the camera; nothing that is seen leaves the page. */
import { fromBase64Url } from "@belay/basics";

/** The bytes of a code's text; null for any other code in the world, addresses above all. */
export const codeIn = (text: string): Uint8Array | null => {
  const bytes = fromBase64Url(text.trim());
  return bytes.ok && bytes.value.length >= 96 ? bytes.value : null;
};

/** The longest side that is looked at: larger pictures only take longer. */
const mostSide = 1400;

/** The code in what is drawn, or null. The reader is fetched only now: it is larger than the screen itself. */
const read = async (source: CanvasImageSource, width: number, height: number): Promise<Uint8Array | null> => {
  const scale = Math.min(1, mostSide / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { decodeQR } = await import("qr/decode.js");
  try {
    return codeIn(decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)));
  } catch {
    // The reader throws where there is no code; that is the usual case before a camera.
    return null;
  }
};

/** The code in a picture that the person chose; null when there is none, or no picture. */
export const codeInFile = async (file: Blob): Promise<Uint8Array | null> => {
  try {
    const picture = await createImageBitmap(file);
    return await read(picture, picture.width, picture.height);
  } catch {
    return null;
  }
};

/** A camera that looks for a code until it is stopped. */
export interface Looking {
  readonly stop: () => void;
}

/** Milliseconds between two looks. */
const pace = 200;

/**
 * Shows the camera in `video` and tells `found` of the first code. Null when there is no camera or it may not be used.
 */
export const lookForCode = async (
  video: HTMLVideoElement,
  found: (code: Uint8Array) => void,
): Promise<Looking | null> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    video.srcObject = stream;
    await video.play();
    let running = true;
    const stop = (): void => {
      running = false;
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    };
    const look = async (): Promise<void> => {
      if (!running) return;
      const code = video.videoWidth === 0 ? null : await read(video, video.videoWidth, video.videoHeight);
      if (!running) return;
      if (code === null) {
        setTimeout(() => void look(), pace);
        return;
      }
      stop();
      found(code);
    };
    void look();
    return { stop };
  } catch {
    return null;
  }
};
