/** Makes documents to send through shares, and reads what arrived. */
import { fromHex, parseDay, type LocalDay } from "@belay/basics";
import type { Share } from "@belay/domain";
import { asSecret, openShare } from "@belay/vault";
import { decodeShareDoc, type ShareDoc } from "@belay/wire";

const someDay = (): LocalDay => {
  const day = parseDay("2026-03-02");
  if (!day.ok) throw new Error("no day");
  return day.value;
};

/** A document of `rows` rows whose title is `title`. */
export const docOf = (title: string, rows = 1): ShareDoc => ({
  v: 1,
  locale: "en",
  from: "Mara",
  to: "Ms Rivera",
  purpose: "",
  madeOn: someDay(),
  until: someDay(),
  sections: [
    {
      id: "note",
      title,
      sentences: [],
      figure: null,
      table: { caption: "", columns: ["a"], rows: Array.from({ length: rows }, () => ["x".repeat(600)]) },
    },
  ],
});

/** What the reader of a sealed share finds: the title of its document. */
export const titleIn = ({ link }: Pick<Share, "link">, body: Uint8Array | undefined): string | null => {
  const bytes = fromHex(link.secret);
  if (body === undefined || !bytes.ok) return null;
  const plain = openShare(asSecret(bytes.value), body);
  const doc = plain.ok ? decodeShareDoc(plain.value) : plain;
  return doc.ok ? (doc.value.sections[0]?.title ?? null) : null;
};
