/** The only door of the room: the bytes and shapes that cross between devices, the relay and the answer page. */
export {
  askDays, askDaysMax, askReplies, askRepliesMax, backupItemsMax, backupMax, batchEventsMax, bodyMax, capsuleCap, capsuleMax,
  challengeLife, commitBytes, depthMax, envelopeMax, envelopeMin, envelopeOverhead, frameMax, headerBytes, opCap, seenMax,
  signatureBytes, smallestBucket, tagBytes,
} from "./limits.ts";
export type { WireFault } from "./fault.ts";
export {
  decodeHeader, encodeHeader, envelopeTypes, joinEnvelope, splitEnvelope, wireSuite, wireVersion,
  type EnvelopeParts, type EnvelopeType, type Header,
} from "./envelope.ts";
export { decodeBatch, encodeBatch, type Batch, type Seen } from "./batch.ts";
export type { Log, LogEntry, LogFault, LogPage } from "./log.ts";
export { deleteMessage, helloMessage, rotateMessage, vaultIdInput } from "./relay-messages.ts";
export {
  frameKinds, refusals, type ChainHead, type ClientFrame, type Frame, type FrameKind, type LiveFrame, type PageEntry,
  type RefusalCode, type RelayFrame,
} from "./frames.ts";
export { decodeFrame, encodeFrame } from "./frame-codec.ts";
export {
  checkBody, closeAsk, doneAnswer, errorAnswer, listReplies, mailboxErrors, putAsk, readAnswer, readAsk, repliesAnswer, replyAsk,
  takeReplies, type CloseAsk, type ListReplies, type MailboxError, type PutAsk, type ReadAnswer, type ReadAsk,
  type RepliesAnswer, type ReplyAsk, type TakeReplies,
} from "./mailbox.ts";
export {
  askPlain, decodeAskPlain, decodeReplyPlain, encodeAskPlain, encodeReplyPlain, replyAnswers, replyPlain,
  type AskPlain, type ReplyPlain,
} from "./letters.ts";
export type { DeskAsk, DeskFault, DeskHello, DeskIdentity, KeyDesk, Opened } from "./key-desk.ts";
