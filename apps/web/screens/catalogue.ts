/** The steps of the catalogue and what chooses among them, in a part of their own that comes after the first paint. */
export { offerStep } from "../engine/offer.ts";
export { stepCatalogue } from "@belay/content";
