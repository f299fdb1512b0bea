import type { RegisterEntry } from '../../model/register.ts';
import type { Locale } from '../../model/text.ts';
import { registerColumns, type Column } from './register-columns.ts';

/** The register as a sheet: a row of titles in `locale`, and one row a service. */
export function writeSheet(entries: readonly RegisterEntry[], locale: Locale): readonly (readonly string[])[] {
  return [
    registerColumns.map(({ title }) => title[locale]),
    ...entries.map((entry) => registerColumns.map((column) => cellOf(entry, column, locale))),
  ];
}

function cellOf(entry: RegisterEntry, { path, form }: Column, locale: Locale): string {
  let value: unknown = entry;
  for (const part of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[part];
  return value === undefined ? '' : form.write(value, locale);
}
