/** Records that an ask went out, then leaves its draft behind. */
import { useEngine } from "../engine-context.tsx";
import { useSave, type Save } from "../save.ts";
import { silenceOf } from "./ask-form.ts";
import { sendCommand } from "./outgoing.ts";
import type { WayProps } from "./way.ts";

/** How one way out of the composer ends. */
export interface Sending {
  readonly save: Save;
  /** True once it is recorded for good. `words` are those that really went out. */
  readonly sent: (channel: "said" | "own-message" | "link", words: string, ask?: string) => Promise<boolean>;
}

/** For one of the three ways. */
export const useSend = ({ experiment, draft }: Pick<WayProps, "experiment" | "draft">): Sending => {
  const engine = useEngine();
  const save = useSave();
  const sent: Sending["sent"] = async (channel, words, ask) => {
    // Read at the moment of sending: a form left open overnight must not promise a day that has passed.
    const closesOn = experiment.asks.find(({ id }) => id === ask)?.link?.closesOn ?? null;
    const silence = silenceOf(draft.form, engine.today(), closesOn);
    if ((await save.run(sendCommand(experiment, channel, words, silence, ask ?? null))) === null) return false;
    draft.drop();
    return true;
  };
  return { save, sent };
};
