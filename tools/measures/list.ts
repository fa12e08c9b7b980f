/** Writes the catalogue of instruments for `measures -- list`: one JSON object a line. */
import { answersTo, instrumentIds, instruments, keySource, licenceOf, rangeOf, type Instrument } from "@belay/measures";

const missing = ({ items, least }: Instrument): string =>
  least === items ? "every item must be answered" : `at least ${least} of ${items}; the mean of those answered`;

const entry = (instrument: Instrument): object => ({
  id: instrument.id,
  name: instrument.name,
  items: instrument.items,
  answers: instrument.answers.length === 1 ? answersTo(instrument, 1) : instrument.answers,
  scores: instrument.scales.map((scale) => ({
    name: scale.name,
    range: rangeOf(instrument, scale),
    how: scale.how,
    times: scale.times,
    items: scale.items,
    reversed: scale.reversed,
    better: scale.better,
  })),
  missing: missing(instrument),
  reliability: instrument.reliabilities,
  norms: instrument.norms,
  bands: instrument.bands,
  verdict: licenceOf(instrument.id).verdict,
  commercialOk: licenceOf(instrument.id).commercialOk,
  modificationOk: licenceOf(instrument.id).modificationOk,
  owner: licenceOf(instrument.id).owner,
  licenceSource: licenceOf(instrument.id).source,
  checkedOn: licenceOf(instrument.id).checkedOn,
  key: keySource(instrument.id),
});

/** Every instrument, in the order of its ids. */
export const listLines = (): readonly string[] => instrumentIds.map((id) => JSON.stringify(entry(instruments[id])));
