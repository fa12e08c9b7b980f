/**
 * Asks for a name, who somebody is, and how close they feel.
 *
 * Every role has the same weight, professionals included: a helpline or a group may be somebody’s nearest.
 */
import { rings, roles } from "@belay/domain";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { t } from "../words.ts";
import { ringOf, roleOf, type PersonForm } from "./person-form.ts";

/** The form lives with the screen that saves it; this draws it. */
interface PersonFieldsProps {
  readonly form: PersonForm;
  readonly onChange: (change: Partial<PersonForm>) => void;
}

/** The same three questions for somebody new and for a change. */
export const PersonFields = ({ form, onChange }: PersonFieldsProps) => (
  <>
    <Field
      label={t("circle.nickname")}
      hint={t("circle.nicknameHint")}
      value={form.nickname}
      onInput={(nickname) => onChange({ nickname })}
      max={120}
      left={(n) => t("shell.left", { n })}
    />
    <Choice
      label={t("circle.role")}
      options={roles.map((value) => ({ value, label: t(`steps.role.${value}`) }))}
      value={roleOf(form.role)}
      onChange={(role) => onChange({ role })}
    />
    <Choice
      label={t("circle.ring")}
      hint={t("circle.ringHint")}
      options={rings.map((value) => ({ value, label: t(`circle.ringIs.${value}`) }))}
      value={ringOf(form.ring)}
      onChange={(ring) => onChange({ ring })}
    />
  </>
);
