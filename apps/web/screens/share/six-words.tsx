/** Shows the six words of a link, and the link itself to be copied. */
import { useEffect, useState } from "preact/hooks";
import { CopyField } from "../../parts/field.tsx";
import { CopyWords } from "../care/copy-words.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import css from "./share.module.css";

/** What the engine knows of a link that was made. */
export interface ShareLink {
  readonly url: string;
  readonly words: readonly string[];
}

/** The link of a share; null until it is there. */
export const useShareLink = (share: string): ShareLink | null => {
  const engine = useEngine();
  const [link, setLink] = useState<ShareLink | null>(null);
  useEffect(() => {
    void engine.shareLink(share).then(setLink);
  }, [share]);
  return link;
};

/** The words, as they stand on the other page too. */
export const SixWords = ({ words }: { readonly words: readonly string[] }) => (
  <ol class={css["words"]} translate={false}>
    {words.map((word, index) => (
      <li key={`${word}/${index}`} lang="en">
        {word}
      </li>
    ))}
  </ol>
);

/** The link in sight, and a button that copies it. */
export const GiveLink = ({ url }: { readonly url: string }) => (
  <>
    <CopyField label={t("share.link")} value={url} />
    <CopyWords label={t("share.copy")} words={url} />
  </>
);
