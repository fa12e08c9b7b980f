/** Stands before acts that need the passphrase again: asks where there is a lock, lets through where there is none. */
import { err, ok, type Result } from "@belay/basics";
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { LockFault } from "../../engine/vault-door.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { isGuess } from "./lock-words.ts";
import { PassForm } from "./pass-form.tsx";

/** What an act is given: the passphrase, or null where there is no lock. */
type Act<T, F> = (pass: string | null) => Promise<Result<T, F>>;

/** A guard and the dialog it asks in, which the screen draws once. */
export interface Guard {
  /** The act's own result; null when the person turned back. A wrong passphrase never comes out: it is asked again. */
  readonly run: <T, F extends { readonly type: string }>(act: Act<T, F>) => Promise<Result<T, F> | null>;
  readonly dialog: ComponentChildren;
}

/** One question that is open. */
interface Asked {
  readonly attempt: (pass: string) => Promise<Result<unknown, LockFault>>;
  readonly give: () => void;
}

/** Acts are tried with what was said, so that the key worker decides and no flag of ours. */
export const useGuard = (): Guard => {
  const { lock } = useEngine();
  const [asked, setAsked] = useState<Asked | null>(null);
  const open = useRef<Asked | null>(null);
  const show = (next: Asked | null): void => {
    open.current = next;
    setAsked(next);
  };
  const run: Guard["run"] = async (act) => {
    if (!lock.status.value.locked) {
      const result = await act(null);
      // Another tab may have set a lock meanwhile: then it is asked after all.
      if (result.ok || !isGuess(result.error)) return result;
    }
    // A question that was left open counts as a turn back.
    open.current?.give();
    return new Promise((resolve) => {
      show({
        attempt: async (pass) => {
          const result = await act(pass);
          // A guess stays in the dialog; everything else is for the screen that asked.
          if (!result.ok && isGuess(result.error)) return err(guessOf(result.error));
          show(null);
          resolve(result);
          return ok(null);
        },
        give: () => {
          show(null);
          resolve(null);
        },
      });
    });
  };
  const close = (): void => open.current?.give();
  const dialog = (
    <Dialog open={asked !== null} onClose={close} title={t("lock.againTitle")} closeText={t("shell.close")}>
      <Soft>{t("lock.againLead")}</Soft>
      {asked === null ? null : (
        <PassForm
          goText="lock.againGo"
          busyText="lock.opening"
          onPass={asked.attempt}
          waitMs={lock.status.value.waitMs}
        >
          <Button onPress={close}>{t("lock.againNo")}</Button>
        </PassForm>
      )}
    </Dialog>
  );
  return { run, dialog };
};

/** A fault about a guess, whichever act gave it. */
const guessOf = (fault: { readonly type: string; readonly waitMs?: unknown }): LockFault => ({
  type: fault.type === "TooSoon" ? "TooSoon" : "WrongPassphrase",
  waitMs: typeof fault.waitMs === "number" ? fault.waitMs : 0,
});
