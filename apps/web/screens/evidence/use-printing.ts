/** Knows when a page goes on paper, so that nothing of it stays folded up. */
import { useEffect, useState } from "preact/hooks";
import { printPage } from "../mine/print-page.ts";

/** Time for what is unfolded to be drawn before the browser takes its picture, in ms. */
const drawing = 60;

/** Whether the page is being printed, however that was asked for; and a way to ask for it. */
export const usePrinting = (): { readonly printing: boolean; readonly print: () => void } => {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const [begin, end] = [() => setPrinting(true), () => setPrinting(false)];
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  const print = (): void => {
    // The browser's own sign comes too late here: it would take its picture before anything is drawn anew.
    setPrinting(true);
    setTimeout(printPage, drawing);
  };
  return { printing, print };
};
