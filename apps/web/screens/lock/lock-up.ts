/** Closes the app: covers it at once, keeps what is half finished, then forgets keys and content. */
import type { LockDoor } from "../../engine/vault-door.ts";
import { writeDrafts } from "../draft.ts";
import { coverPage } from "./cover.ts";

/** How long half-finished forms are waited for, in ms: a disk that hangs must not keep the app open. */
const patience = 1_500;

/** Nothing is seen from the first line on; the page starts again at the end. */
export const lockUp = async (page: Document, { lockNow }: Pick<LockDoor, "lockNow">): Promise<void> => {
  coverPage(page, true);
  await Promise.race([writeDrafts(), new Promise((resolve) => setTimeout(resolve, patience))]);
  lockNow();
};
