import { problem, type Problem } from '../problems.ts';
import { eras } from './eras.ts';

/** A day as an ISO date, or why there is none. */
export type DateReading = { readonly date: string } | { readonly problem: Problem };

/** The serial of 9999-12-31 ("DATE function", Excel): a larger number is written as year, month and day. */
const lastSerial = 2_958_465;
const dayInMilliseconds = 86_400_000;

const dateForms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
  /^(?<year>\d{4})\.(?<month>\d{1,2})\.(?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<era>明治|大正|昭和|平成|令和)(?<year>元|\d{1,2})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
  /^(?<era>明治|大正|昭和|平成|令和|[MTSHR])(?<year>元|\d{1,2})(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/i,
  /^(?<era>[MTSHR])(?<year>元|\d{1,2})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/i,
];

/** What a spreadsheet adds to a day, midnight, and people its weekday. */
const added = /([T ]0{1,2}:00(:00(\.0+)?)?Z?|\([月火水木金土日]\))$/;

/**
 * Reads a day as people and spreadsheets write it: `2026-11-28`, `2026/11/28`, `2026年11月28日`, `20261128`, a Japanese era
 * (`令和8年11月28日`, `R8.11.28`), in full-width digits too; or a serial of Excel's 1900 system, as a number or as a text
 * of five digits.
 */
export function parseDate(written: string | number): DateReading {
  if (typeof written === 'number' && written <= lastSerial) return fromSerial(written);
  const text = String(written).normalize('NFKC').trim().replace(added, '').replaceAll(/\s/g, '');
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
  for (const form of dateForms) {
    const parts = form.exec(text)?.groups;
    if (parts) return fromParts(parts);
  }
  return { problem: problem('day') };
}

/** Serial 60 is 29 February 1900, which never was; days before it are one off ("Excel incorrectly assumes that 1900 is a leap year"). */
/** Serials of 1970 and of the end of 2199: 2027 and 202703 are years and months that somebody typed, and no serials. */
const [earliest, latest] = [25_569, 109_574];

function fromSerial(serial: number): DateReading {
  const whole = Math.floor(serial);
  if (!(whole >= 1) || whole === 60) return { problem: problem('noSuchDay') };
  if (whole < earliest || whole > latest) return { problem: problem('day') };
  const days = whole < 60 ? whole : whole - 1;
  return { date: new Date(Date.UTC(1899, 11, 31) + days * dayInMilliseconds).toISOString().slice(0, 10) };
}

function fromParts(parts: Readonly<Record<string, string | undefined>>): DateReading {
  const era = parts['era'] && eras.find(({ names }) => names.includes(parts['era']?.toUpperCase() ?? ''));
  const year = (parts['year'] === '元' ? 1 : Number(parts['year'])) + (era ? era.before : 0);
  const date = [String(year).padStart(4, '0'), twoDigits(parts['month']), twoDigits(parts['day'])].join('-');
  const moment = new Date(`${date}T00:00:00Z`);
  // A day beyond the month's end rolls over.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date)
    return { problem: problem('noSuchDay') };
  if (era && (date < era.first || date > era.last)) return { problem: problem('notOfThatEra') };
  return { date };
}

function twoDigits(number: string | undefined): string {
  return (number ?? '').padStart(2, '0');
}
