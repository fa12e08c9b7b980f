/** The steps of the catalogue, in a part of their own that is fetched after the first paint. */
export { stepCatalogue } from "@belay/content";
