/** Takes an answer back, under a choice; its place is kept, so that nothing below jumps when one is given. */
import { TakeBack } from "../../parts/take-back.tsx";
import { t } from "../words.ts";
import css from "./measures.module.css";

/** Stands only where there is an answer. */
export const Clear = ({ there, onPress }: { readonly there: boolean; readonly onPress: () => void }) => (
  <div class={css["clear"]}>{there ? <TakeBack text={t("shell.clear")} onPress={onPress} /> : null}</div>
);
