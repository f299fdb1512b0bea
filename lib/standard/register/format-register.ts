import { stringify } from 'yaml';
import type { RegisterEntry } from '../../model/register.ts';
import type { Text } from '../../model/text.ts';

const head: Text = {
  en: 'The register of approved cloud services; see docs/register.md',
  ja: '承認済みクラウドサービス台帳。書き方は docs/register.ja.md',
};

/** The register as a register.yaml that `parseRegister` reads back; what is empty is left out. */
export function formatRegister(entries: readonly RegisterEntry[]): string {
  const rows = entries.map(({ keys, ...others }) => {
    const { id, name, provider, ...more } = withoutEmpty(others);
    return { id, name, provider, ...withoutEmpty({ keys: withoutEmpty(keys) }), ...more };
  });
  const body = stringify(
    { register: rows },
    {
      aliasDuplicateObjects: false,
      lineWidth: 0,
      blockQuote: 'literal',
      doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    },
  );
  return `# ${head.ja}\n# ${head.en}\n\n${body}`;
}

function withoutEmpty(fields: object): Record<string, unknown> {
  const isFilled = (value: unknown): boolean =>
    typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value)));
}
