/** Ends a part: saves it, or leaves it out. */
import type { Command } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";

/** What every form of a part is given. */
export interface PartProps {
  /** The name its draft is kept under. */
  readonly draft: string;
  /** Called once it is durable. */
  readonly onSaved: () => void;
  /** Leaves it out; null where there is nothing after it. */
  readonly onSkip: (() => void) | null;
}

/** `command` is null while nothing was chosen; `drop` forgets the draft. */
export const PartEnd = ({
  command,
  drop,
  onSaved,
  onSkip,
}: Omit<PartProps, "draft"> & { readonly command: () => Command | null; readonly drop: () => void }) => {
  const save = useSave();
  const [missing, setMissing] = useState(false);
  const keep = async (): Promise<void> => {
    const made = command();
    setMissing(made === null);
    if (made === null || (await save.run(made)) === null) return;
    // Durable from here on: the draft has done its work.
    drop();
    onSaved();
  };
  const trouble = save.notice ?? (missing ? "measuring.nothing" : null);
  return (
    <>
      <Notice urgent tone="care">
        {trouble === null ? null : t(trouble)}
      </Notice>
      <Row gap={1}>
        <Button kind="primary" busy={save.busy} onPress={() => void keep()}>
          {t(onSkip === null ? "measuring.saveOne" : "measuring.save")}
        </Button>
        {onSkip === null ? null : (
          <Button kind="quiet" onPress={onSkip}>
            {t("measuring.skip")}
          </Button>
        )}
      </Row>
    </>
  );
};
