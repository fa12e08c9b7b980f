/** Sets how the breath goes: seconds in and out, tone and buzz; kept with every press. */
import { emptyState, settings, type Settings } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Stepper } from "../../parts/stepper.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { canVibrate } from "./breath-signals.ts";
import { paced, perMinute, type Half } from "./pace.ts";

/** The words of each half. */
const halves = {
  inTenths: { label: "pause.inward", shorter: "pause.shorterIn", longer: "pause.longerIn" },
  outTenths: { label: "pause.outward", shorter: "pause.shorterOut", longer: "pause.longerOut" },
} as const;

/** `onBreath` is told at once; the breath goes by it also where it could not be kept. */
export const PaceFold = ({
  breath,
  onBreath,
}: {
  readonly breath: Settings["breath"];
  readonly onBreath: (breath: Settings["breath"]) => void;
}) => {
  const save = useSave();
  const set = (next: Settings["breath"]): void => {
    onBreath(next);
    void save.run({ kind: "settings/set-breath", ...next });
  };
  const side = (half: Half, by: 1 | -1) => {
    const next = paced(breath, half, by);
    return {
      text: t(by === 1 ? "pause.longer" : "pause.shorter"),
      label: t(halves[half][by === 1 ? "longer" : "shorter"]),
      onPress: next === null ? null : () => set(next),
    };
  };
  return (
    <Fold title={t("pause.pace")}>
      {(["inTenths", "outTenths"] as const).map((half) => (
        <Stepper
          key={half}
          label={t(halves[half].label)}
          value={t("pause.seconds", { n: breath[half] / 10 })}
          less={side(half, -1)}
          more={side(half, 1)}
        />
      ))}
      <Soft>{t("pause.perMinute", { n: perMinute(breath) })}</Soft>
      <Switch
        label={t("pause.sound")}
        hint={t("pause.soundHint")}
        on={breath.sound}
        onChange={(sound) => set({ ...breath, sound })}
      />
      {canVibrate() ? (
        <Switch
          label={t("pause.vibration")}
          on={breath.vibration}
          onChange={(vibration) => set({ ...breath, vibration })}
        />
      ) : null}
      <Row>
        {/* The usual pace is what holds where nothing was ever set. */}
        <Button small kind="quiet" onPress={() => set(settings(emptyState).breath)}>
          {t("pause.usual")}
        </Button>
      </Row>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
    </Fold>
  );
};
