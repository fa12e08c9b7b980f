/** Shows a kinder word at its moment: a few lines to read, and a way to write one to oneself. */
import { practiceCatalogue } from "@belay/content";
import { Card } from "../../parts/card.tsx";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { KindWord } from "../kindness/kind-word.tsx";
import { t } from "../words.ts";
import type { StageProps } from "./page-props.ts";
import css from "./path.module.css";

/** The first word of the moment; another one on request. */
export const Kind = ({ path, experiment }: Pick<StageProps, "path" | "experiment">) => {
  const fitting = practiceCatalogue.filter(({ moments }) => moments.includes(path));
  const [turn, setTurn] = useState(0);
  const practice = fitting[turn % Math.max(fitting.length, 1)];
  if (practice === undefined) return null;
  return (
    <>
      <Card tone="moss" title={practice.title}>
        <div class={css["lines"]} aria-live="polite">
          {practice.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        {fitting.length < 2 ? null : (
          <div>
            <Button small kind="quiet" onPress={() => setTurn(turn + 1)}>
              {t("path.kind.other")}
            </Button>
          </div>
        )}
      </Card>
      <KindWord moment={path} experiment={experiment?.id} />
    </>
  );
};
