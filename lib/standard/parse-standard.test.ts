import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clauseNumbers } from '../model/clause.ts';
import { OperatorError } from '../model/operator-error.ts';
import { clauses } from './clauses.ts';
import { formatStandard } from './format-standard.ts';
import { loadStandard } from './load-standard.ts';
import { parseStandard } from './parse-standard.ts';
import { defaultStandard } from './schema.ts';
import { standardHash } from './standard-hash.ts';

const checks = ['aws-user-mfa', 'aws-port-rule-open'];
const parse = (text: string): ReturnType<typeof parseStandard> =>
  parseStandard(text, { file: 'standard.yaml', checks });

function refusal(text: string): OperatorError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof OperatorError) return error;
  }
  throw new Error(`${text} was not refused as a mistake of the operator's`);
}

describe('a standard', () => {
  it('has a sound default for every setting', () => {
    expect(parse('')).toEqual(defaultStandard);
    expect(defaultStandard.thresholds).toEqual({
      staleDays: 90,
      graceDays: 30,
      accessKeyAgeDays: 90,
      rootUnusedDays: 90,
    });
    expect(defaultStandard.tenants.aws.accounts).toBe('self');
  });

  it('is read from the example as it is written there', () => {
    const text = readFileSync(join(import.meta.dirname, '../../standard.example.yaml'), 'utf8');
    const standard = parse(text);
    expect(standard.allowedPorts.map((port) => port.fromPort)).toEqual([443, 22, 8443]);
    expect(standard.exceptions[0]?.expires).toBe('2027-03-31');
    expect(text).toContain('$schema=docs/standard.schema.json');
  });

  it.each([
    ['an unknown key', 'treshold: 3', 'standard.yaml:1:1 unknown key "treshold"; did you mean "thresholds"?'],
    [
      'an unknown inner key',
      'thresholds:\n  stale: 4',
      'standard.yaml:2:3 thresholds: unknown key "stale"; allowed: staleDays',
    ],
    ['a wrong value', 'locale: fr', 'standard.yaml:1:9 locale: allowed: ja, en'],
    [
      'a cipher that no tunnel knows',
      'network: {vpn: {encryption: [AES-256]}}',
      'allowed: AES128, AES256, AES128-GCM-16',
    ],
    ['an account that YAML takes for a number', 'tenants: {aws: {accounts: [012345678901]}}', 'account ids in quotes'],
    ['a duplicate key', 'locale: ja\nlocale: en', 'standard.yaml:2:1 Map keys must be unique'],
    [
      'ports the wrong way round',
      'allowedPorts: [{protocol: tcp, fromPort: 9, toPort: 3}]',
      'must not be below fromPort',
    ],
    [
      'a source that is no CIDR block',
      'allowedPorts: [{protocol: tcp, fromPort: 22, toPort: 22, sources: [office]}]',
      'a source looks like "203.0.113.0/24"',
    ],
    ['a check that is not there', 'disabledChecks: [aws-user-mfaa]', 'did you mean "aws-user-mfa"?'],
    [
      'an exception without an end',
      'exceptions: [{id: x, checks: [aws-user-mfa], reason: r, owner: o, approvedBy: a}]',
      'expires',
    ],
    ['a self-approved exception', exception('owner: me, approvedBy: me'), 'the owner cannot approve it'],
    ['YAML that is none', 'a: [', 'standard.yaml:1:5'],
    ['a list', '- a', 'standard.yaml:1:1'],
    ['a document that multiplies itself', bomb(), 'there are too many aliases'],
  ])('refuses %s, and says where and what is allowed', (_name, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it('is refused in Japanese too, whoever words the problem', () => {
    const wrong = [
      'treshold: 1',
      'locale: fr',
      'thresholds: {staleDays: -1}',
      'tenants: {aws: {accounts: [x]}}',
      'deployment: {notify: [x]}',
      'disabledChecks: [no-such]',
      'a: [',
    ];
    for (const text of wrong) {
      const [, ...problems] = refusal(text).text.ja.split('\n');
      expect(problems.join('\n')).toMatch(/^standard\.yaml:1:\d+ .*[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  it('is the same when it is written out and read back', () => {
    const example = parse(readFileSync(join(import.meta.dirname, '../../standard.example.yaml'), 'utf8'));
    for (const standard of [defaultStandard, example]) expect(parse(formatStandard(standard))).toEqual(standard);
  });

  it('lists everything that is wrong at once', () => {
    expect(() => parse('locale: fr\nthresholds: {staleDays: -1}')).toThrow(
      /1:9 locale[\s\S]*2:25 thresholds.staleDays/,
    );
  });

  it('speaks the caller’s language where it names none', () => {
    expect(parseStandard('', { file: 'f', checks, locale: 'en' }).locale).toBe('en');
    expect(parseStandard('locale: ja', { file: 'f', checks, locale: 'en' }).locale).toBe('ja');
  });

  it('is missed when it was named and is not there', async () => {
    await expect(loadStandard('/nowhere/standard.yaml', { checks })).rejects.toThrow('Cannot read the standard');
  });

  it('has a hash that ignores the order of keys', () => {
    expect(standardHash(parse('locale: en\norganisation: A'))).toBe(standardHash(parse('organisation: A\nlocale: en')));
    expect(standardHash(parse('locale: en'))).not.toBe(standardHash(parse('locale: ja')));
  });
});

describe('the clauses', () => {
  it('are all there, in order, with both languages', () => {
    expect(clauses.map((clause) => clause.number)).toEqual(clauseNumbers);
    for (const { text, attest } of clauses) {
      for (const words of [text, attest]) {
        expect(words.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
        expect(words.en).toMatch(/^[\u0020-\u007e]+$/);
      }
    }
  });
});

function exception(people: string): string {
  return `exceptions: [{id: x, checks: [aws-user-mfa], reason: r, ${people}, expires: 2027-01-01}]`;
}

function bomb(): string {
  const letters = 'abcdefghijklmnopqrst';
  return [
    'a: &a [x, x]',
    ...letters
      .slice(1)
      .split('')
      .map((name, index) => `${name}: &${name} [*${letters[index]}, *${letters[index]}]`),
  ].join('\n');
}
