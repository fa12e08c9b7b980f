/** Keeps the document of a share on this device, sealed like every draft, so that what is sent is what was looked over. */
import type { Share } from "@belay/domain";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Engine } from "../../engine/engine.ts";
import type { DocumentDoc, Section } from "../../parts/document-shape.ts";
import { settings } from "@belay/domain";
import { useEngine } from "../engine-context.tsx";
import { i18n, t } from "../words.ts";
import { offeredSections } from "./offered.ts";
import { chosen, closer, docOf, emptyShare, keptDoc } from "./share-form.ts";

const place = (share: string): string => `share/doc/${share}`;

/** Keeps it. A device that could not keep it makes it anew from the record, without the own words. */
export const keepDoc = async (engine: Engine, share: string, doc: DocumentDoc): Promise<void> => {
  await engine.drafts.set(place(share), JSON.stringify(doc));
};

/** Forgets it, when the share is at its end. */
export const dropDoc = (engine: Engine, share: string): Promise<void> => engine.drafts.drop(place(share));

/** The document that was looked over on this device; undefined while it is looked for, null where there is none. */
export const useKeptDoc = (share: string): DocumentDoc | null | undefined => {
  const engine = useEngine();
  const [doc, setDoc] = useState<DocumentDoc | null | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void engine.drafts.get(place(share)).then((text) => (wanted ? setDoc(keptDoc(text)) : undefined));
    return () => {
      wanted = false;
    };
  }, [share]);
  return doc;
};

/** Whether own words were agreed to; only then can they be written anew. */
export const hasOwn = (share: Share): boolean => share.scope.some((id) => id === closer.own);

/** The document of a share as it would be today, from the record: what was agreed to and nothing beyond it. */
export const useTodaysDoc = (share: Share, own: string, from: string | null): DocumentDoc => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  const offered = useMemo(() => offeredSections(state, today), [state, today]);
  const form = {
    ...emptyShare,
    picked: share.scope.join(" "),
    own: hasOwn(share) ? own : "",
    to: share.to,
    purpose: share.purpose,
    from: from ?? (settings(state).signAs ?? "").slice(0, 60),
  };
  const sections = chosen(form, [...offered.figures, ...offered.closer], t("share.ownTitle"));
  return docOf(form, sections, { today, until: share.until, locale: i18n.locale });
};

/** What a section of the record is called: by the document, by what there is today, or by its kind. */
export const titleOf = (id: string, known: readonly Section[]): string => {
  const found = known.find((section) => section.id === id);
  if (found !== undefined) return found.title;
  if (id === closer.own) return t("share.ownTitle");
  if (id === closer.plan) return t("share.planTitle");
  return t(id === closer.item9 ? "share.item9Title" : "share.gonePart");
};
