import { OperatorError } from '../model/operator-error.ts';
import { locales, type Locale, type Text } from '../model/text.ts';

/** More than this nobody reads before the first are mended. */
const mostShown = 50;

/** What is wrong somewhere; told only if it is among those that are shown. */
export type Complaint = () => Text;

/** One error that says under `heading` what is wrong, each on a line of its own: the first fifty, and how many more there are. */
export function refusal(heading: Text, complaints: readonly Complaint[]): OperatorError {
  const shown = complaints.slice(0, mostShown).map((complaint) => complaint());
  const left = complaints.length - shown.length;
  if (left > 0) shown.push({ ja: `…ほか${left}件`, en: `… and ${left} more` });
  const lines = (locale: Locale): string => [heading[locale], ...shown.map((text) => text[locale])].join('\n');
  const [ja, en] = locales.map(lines);
  return new OperatorError({ ja: ja ?? '', en: en ?? '' });
}

/** The heading of a refusal of `what`, in the number of its complaints. */
export function headingOf(what: Text, count: number): Text {
  return {
    ja: `${what.ja}に誤りがあります。直してからもう一度実行してください:`,
    en: `${what.en} has ${count === 1 ? 'an error' : 'errors'}; mend and run again:`,
  };
}
