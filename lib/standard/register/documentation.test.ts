import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '../../model/text.ts';
import { parseRegister } from './parse-register.ts';
import { registerColumns } from './register-columns.ts';
import { stateWords } from './register-words.ts';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '../../..', file), 'utf8');

describe('what is written about the register', () => {
  it('has an example that is sound', () => {
    const text = read('register.example.yaml');
    const rows = parseRegister(text, { file: 'register.example.yaml' });
    expect(new Set(rows.map(({ state }) => state)).size).toBe(5);
    expect(text).toContain('$schema=docs/register.schema.json');
  });

  it.each(['docs/register.md', 'docs/register.ja.md'])('names every column and state: %s', (file) => {
    const text = read(file);
    const titles = [...registerColumns.map(({ title }) => title), ...Object.values(stateWords)];
    const names = titles.flatMap((title) => locales.map((locale) => title[locale]));
    const fields = registerColumns.map(({ path }) => `\`${path.join('.')}\``);
    expect([...names, ...fields].filter((name) => !text.includes(name))).toEqual([]);
    expect(parseRegister(/```yaml\n([^`]*)```/.exec(text)?.[1] ?? '- {}', { file })).toHaveLength(1);
  });
});
