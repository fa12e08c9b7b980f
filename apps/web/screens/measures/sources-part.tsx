/** Asks how likely one is to turn to each source of help, and whether it could be reached. */
import { helpSources } from "@belay/measures";
import { Choice } from "../../parts/choice.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Range } from "../../parts/range.tsx";
import { t } from "../words.ts";
import { emptySources, sourcesCommand } from "./answers.ts";
import { PartEnd, type PartProps } from "./part-end.tsx";
import { Clear } from "./clear.tsx";
import { useDraftOfNow } from "./draft-of.ts";

/** One line a source; "could I reach them?" comes once the line has a number. */
export const SourcesPart = ({ draft: name, onSaved, onSkip }: PartProps) => {
  const { form, ready, change, drop } = useDraftOfNow(name, emptySources);
  if (!ready) return null;
  return (
    <Stack gap={4}>
      <p>{t("measures.own.helpSources")}</p>
      <Soft>{t("measuring.free")}</Soft>
      {helpSources.map((source) => {
        const [likely, reach] = [form[source], form[`${source}.reach`]];
        const what = t(`measures.own.helpSources.${source}`);
        const reached = `${what}: ${t("measures.own.helpSources.reach")}`;
        return (
          <Stack key={source} gap={1}>
            <Range
              label={what}
              value={typeof likely === "number" ? likely : null}
              max={10}
              onChange={(value) => change({ [source]: value })}
              valueText={(n) => t("measuring.ofTen", { n })}
              emptyText={t("shell.unset")}
              low={t("measuring.likelyLow")}
              high={t("measuring.likelyHigh")}
              clearText={t("shell.clear")}
            />
            {source === "nobody" || typeof likely !== "number" ? null : (
              <Choice
                label={reached}
                options={[
                  { value: "yes", label: t("measuring.yes") },
                  { value: "no", label: t("measuring.no") },
                ]}
                value={typeof reach === "string" ? reach : null}
                onChange={(value) => change({ [`${source}.reach`]: value })}
                below={
                  <Clear there={typeof reach === "string"} onPress={() => change({ [`${source}.reach`]: null })} />
                }
              />
            )}
          </Stack>
        );
      })}
      <PartEnd command={() => sourcesCommand(form)} drop={drop} onSaved={onSaved} onSkip={onSkip} />
    </Stack>
  );
};
