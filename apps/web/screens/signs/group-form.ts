/** Holds the replies to one group of signs while they are chosen, and reads them back. */
import type { LocalDay } from "@belay/basics";
import { signCatalogue, type SignContent } from "@belay/content";
import { signGroups, signReplies, type SignAnswered, type SignGroup, type SignReply } from "@belay/domain";

/** A reply by the sign’s id; null while nothing is chosen. What a draft holds may be of another version. */
export type GroupForm = Readonly<Record<string, string | null>>;

/** The signs of a group, in the order in which they are asked. */
export const signsOf = (group: SignGroup): readonly SignContent[] =>
  signCatalogue.filter((sign) => sign.group === group);

/** The group of that name; null for anything else, as in an old place of the history. */
export const groupOf = (name: string | null): SignGroup | null => signGroups.find((group) => group === name) ?? null;

/** The group after this one, or null after the last. */
export const groupAfter = (group: SignGroup): SignGroup | null => signGroups[signGroups.indexOf(group) + 1] ?? null;

/** Nothing is chosen for anybody. */
export const emptyGroup = (group: SignGroup): GroupForm =>
  Object.fromEntries(signsOf(group).map(({ id }) => [id, null]));

/** What is chosen for a sign. */
export const replyIn = (form: GroupForm, sign: string): SignReply | null =>
  signReplies.find((reply) => reply === form[sign]) ?? null;

/** The replies that were chosen, in the order of the catalogue; those left empty are left out. */
export const answersIn = (
  form: GroupForm,
  group: SignGroup,
): readonly { readonly sign: string; readonly reply: SignReply }[] =>
  signsOf(group).flatMap(({ id }) => {
    const reply = replyIn(form, id);
    return reply === null ? [] : [{ sign: id, reply }];
  });

/** A sign that is answered otherwise than on an earlier day. No direction: neither reply is the better one. */
export interface Change {
  readonly sign: SignContent;
  readonly was: SignReply;
  readonly wasOn: LocalDay;
  readonly now: SignReply;
  readonly nowOn: LocalDay;
}

/** Every change that is on record, in the order of the catalogue. */
export const changesIn = (answered: readonly SignAnswered[]): readonly Change[] =>
  signCatalogue.flatMap((sign) => {
    const last = answered.find((one) => one.sign === sign.id);
    return last === undefined || last.before === null
      ? []
      : [{ sign, was: last.before.reply, wasOn: last.before.day, now: last.reply, nowOn: last.day }];
  });

/** The newest day on which something of the group was said; null before. */
export const lastDay = (answered: readonly SignAnswered[], group: SignGroup): LocalDay | null =>
  answered
    .filter((one) => one.group === group)
    .map(({ day }) => day)
    .toSorted()
    .at(-1) ?? null;
