/** Words in the keys of drawings that are made from numbers alone. */
import type { FigureWords } from "../../parts/document-figures.tsx";
import { t } from "../words.ts";

/** What the band and the gaps are. */
export const drawnWords = (): FigureWords => ({ band: t("change.bandKey"), noAnswer: t("change.gapKey") });
