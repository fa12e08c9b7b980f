/** One sentence of the person's own, on whichever page it comes to mind. */
import { Field } from "../../parts/field.tsx";
import type { Draft } from "../draft.ts";
import { t } from "../words.ts";
import type { PathForm } from "./form.ts";

/** It stays in the draft until the walk ends in a choice. */
export const OwnWords = ({ draft }: { readonly draft: Draft<PathForm> }) => (
  <Field
    label={t("path.words")}
    hint={t("path.wordsHint")}
    rows={2}
    max={4000}
    value={draft.form.words}
    left={(n) => t("shell.left", { n })}
    onInput={(words) => draft.change({ words })}
  />
);
