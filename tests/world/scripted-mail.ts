import { err, ok, type Result } from "@belay/basics";
import type { AskMail, MailboxOffer, RelayFault } from "../../apps/web/engine/ports/relay.ts";

/** Mailboxes in memory that say every call aloud; `fault` is what the next calls come to. */
export const scriptedMail = () => {
  const boxes = new Map<string, { readonly offer: MailboxOffer; replies: { replyId: string; body: Uint8Array }[] }>();
  const calls: string[] = [];
  const faults: Partial<Record<keyof AskMail, RelayFault>> = {};
  const offers: MailboxOffer[] = [];
  const answer = async (route: keyof AskMail, id: string, work: () => void): Promise<Result<null, RelayFault>> => {
    calls.push(`${route} ${id}`);
    const fault = faults[route];
    if (fault !== undefined) return err(fault);
    work();
    return ok(null);
  };
  const mail: AskMail = {
    put: (offer) => {
      offers.push(offer);
      return answer("put", offer.id, () => void boxes.set(offer.id, { offer, replies: [] }));
    },
    replies: async (id) => {
      const reached = await answer("replies", id, () => undefined);
      return reached.ok ? ok(boxes.get(id)?.replies ?? []) : reached;
    },
    taken: (id, _owner, replyIds) =>
      answer("taken", id, () => {
        const box = boxes.get(id);
        if (box !== undefined) box.replies = box.replies.filter((reply) => !replyIds.includes(reply.replyId));
      }),
    close: (id) => answer("close", id, () => void boxes.delete(id)),
  };
  return { mail, boxes, calls, faults, offers };
};
