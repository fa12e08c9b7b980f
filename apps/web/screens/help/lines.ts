/** Finds the numbers of a country, and writes them as addresses that a telephone understands. */
import { helpLines, type HelpLine } from "@belay/content";

/** Lines of one country by what they are for. */
export interface CountryLines {
  readonly emergency: readonly HelpLine[];
  readonly crisis: readonly HelpLine[];
  readonly violence: readonly HelpLine[];
}

/** A country of the EU that has no lines here: 112 holds in all of them. */
export const elsewhereInEu = "EU";

/** Any other country: ZZ is free for private use in ISO 3166-1 and means "unknown" in CLDR. */
export const elsewhere = "ZZ";

/** Codes of the countries that have lines, each once. */
export const countriesWithLines: readonly string[] = [...new Set(helpLines.map(({ country }) => country))];

/** The lines of a country; all lists are empty where it has none. */
export const linesOf = (country: string | null): CountryLines => {
  const here = helpLines.filter((line) => line.country === country);
  const of = (kind: HelpLine["kind"]): readonly HelpLine[] => here.filter((line) => line.kind === kind);
  return { emergency: of("emergency"), crisis: of("crisis"), violence: of("violence") };
};

/** A `tel:` address (RFC 3966), or `sms:` with the first word that the line wants (RFC 5724). */
export const addressOf = (line: Pick<HelpLine, "channel" | "number" | "keyword">): string => {
  const digits = line.number.replaceAll(/[^\d+]/g, "");
  if (line.channel === "call") return `tel:${digits}`;
  return line.keyword === null ? `sms:${digits}` : `sms:${digits}?body=${encodeURIComponent(line.keyword)}`;
};
