/** Every sentence of the page that a therapist opens, and the words around a document wherever it is shown. */

/** Plain `{name}` places only, as on the answer page: the page fills them in without a formatter. */
export const sharePage = {
  "share-page.title": "A page for you",
  "share-page.noscript":
    "This page is unlocked on your own device, and that needs JavaScript. Switch it on here, or open the link in another browser.",

  // Before the tap: nothing has been fetched, nothing about anyone is shown.
  "share-page.sealed.heading": "Someone made a page for you to read",
  "share-page.sealed.words-heading": "First, six words",
  "share-page.sealed.words":
    "They see six words too. Read yours to each other, in the room or on the phone. If all six match, this is the link they made.",
  "share-page.sealed.different": "If one differs, leave it closed, and tell them.",
  "share-page.sealed.open": "Open",
  "share-page.sealed.opening": "Opening…",
  "share-page.sealed.again": "Try again",
  "share-page.lingering": "This is taking longer than usual. Still trying.",

  // The one sentence for everything that does not open: which it was is nobody’s business.
  "share-page.gone":
    "This can’t be opened just now. It may have ended, been taken back, not be there yet, or be out of reach. Try again, or ask the person who gave you the link.",

  // What it is, below.
  "share-page.about.heading": "What this is",
  "share-page.about.what":
    "One person picked each thing that stands here and made it for you to read. You need no account, and there is nothing to type in.",
  "share-page.about.sealed":
    "It is sealed. The computer that carries it can’t read it; what opens it is the last part of your link.",
  "share-page.about.trace":
    "This page keeps nothing. The link stays in this browser’s history, and whoever has the link can read the page until it ends.",
  "share-page.about.watched":
    "Nothing you see here is watched by anyone, and nothing here alerts anyone. In an emergency, call for help as you would without it; “Help” above has numbers.",
  "share-page.about.paper": "It prints on plain paper. A print-out stays when the page has ended.",
} as const;

/** Words around a document: the same in the preview, on the therapist’s page and on paper. */
export const documentSentences = {
  title: "A page by {from}",
  for: "For",
  why: "Why",
  made: "Made on",
  until: "Can be read until",
  note: "Made by the person, out of notes of their own. It is not a medical record and not a diagnosis. It shows how things were on the day it was made. “You” on it means the person who made it.",
  contents: "On this page",
  rows: "Show all {count} rows",
  running: "Made by {from}, for {to}. Not a medical record, not a diagnosis. Can be read until {until}.",
  band: "ordinary ups and downs",
  noAnswer: "not answered",
} as const;
