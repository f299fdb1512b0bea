import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../model/operator-error.ts';
import { parseStandard } from '../parse-standard.ts';
import { checkRows } from './check-rows.ts';
import { parseRegister } from './parse-register.ts';

const file = 'register.yaml';
const parse = (text: string): ReturnType<typeof parseRegister> => parseRegister(text, { file });

function refusal(text: string, read: (text: string) => unknown = parse): OperatorError['text'] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof OperatorError) return error.text;
  }
  throw new Error(`${text} was not refused as a mistake of the operator's`);
}

const row = (fields: string): string => `- {id: S-1, name: n, provider: p, state: approved, ${fields}}\n`;

describe('register.yaml', () => {
  it.each(['', '# nothing yet', 'register:', 'register: []', '[]'])('may have no rows: %j', (text) => {
    expect(parse(text)).toEqual([]);
  });

  it('fills in what is left out', () => {
    expect(parse('- {id: S-1, name: Bedrock, provider: AWS, state: approved, keys: {aws: [BEDROCK]}}')).toEqual([
      {
        id: 'S-1',
        name: 'Bedrock',
        provider: 'AWS',
        state: 'approved',
        departments: [],
        dataLocations: [],
        keys: { aws: ['bedrock'], azure: [], entra: [], tenants: [] },
        regions: [],
        accounts: [],
        certificates: [],
      },
    ]);
  });

  it('reads rows under register: too, Japanese states, and dates in all their forms', () => {
    const [entry] = parse(
      'register:\n  - {id: 1-1, name: n, provider: p, state: 利用終了, endedOn: 令和8年11月28日, nextReview: 46354, validUntil: 20270331}',
    );
    expect(entry).toMatchObject({
      state: 'retired',
      endedOn: '2026-11-28',
      nextReview: '2026-11-28',
      validUntil: '2027-03-31',
    });
  });

  it.each([
    ['a row that lacks fields', '- {id: S-1}', 'register.yaml:1:3 0: it lacks name, provider, state'],
    ['half a check', row('approval: {by: x}'), 'it lacks approval.on'],
    ['an unknown key', row('nmae: x'), 'register.yaml:1:52 0: unknown key "nmae"; did you mean "name"?'],
    [
      'an unknown provider',
      row('keys: {gcp: [run]}'),
      '0.keys: unknown key "gcp"; allowed: aws, azure, entra, tenants',
    ],
    [
      'an unknown service',
      row('keys: {aws: [bedrok]}'),
      '0.keys.aws.0: there is no AWS service prefix "bedrok"; did you mean "bedrock"?',
    ],
    ['a key that is no type', row('keys: {azure: [Microsoft.Storage]}'), 'an Azure key looks like'],
    ['a key that is no application id', row('keys: {entra: [Slack]}'), 'an id looks like'],
    ['a tenant that is none', row('keys: {tenants: [contoso]}'), 'an account id has 12 digits'],
    ['an account without its zero', row("accounts: ['12345678901']"), 'an account id has 12 digits'],
    ['an account that YAML takes for a number', row('accounts: [111122223333]'), 'write it in quotes'],
    ['an impossible date', row('validUntil: 2026-02-30'), '0.validUntil: there is no such day'],
    ['a day before its era', row('validUntil: 令和元年4月30日'), 'not of that era'],
    ['a date that is none', row('validUntil: soon'), 'it is no date'],
    [
      'a state that is none',
      '- {id: S-1, name: n, provider: p, state: ok}',
      'the state must be one of approved, conditional',
    ],
    ['a kind that is none', row('kind: ソフト'), 'the kind must be one of IaaS, PaaS, SaaS'],
    ['a region in words', row('regions: [東京]'), 'write a region by its name in the cloud'],
    ['an ARN for a prefix', row("keys: {aws: ['arn:aws:s3:::b']}"), 'did you mean "s3"?'],
    ['a number for a text', row('owner: 3'), '0.owner: it must be a text, and is a number; write it in quotes'],
    ['an empty row', '-', 'it must be fields like "key: value", and is empty'],
    ['an alias of nothing', '- {id: *row}', 'an alias (*) has no value (&) before it'],
    ['a merge of a text', '- {<<: row, id: S-1}', 'write an alias (*) of fields'],
    [
      'an approval that ends before it begins',
      row('approval: {by: a, on: 2026-04-01}, validUntil: 2026-03-31'),
      '0.validUntil',
    ],
    ['a retired service without an end', '- {id: S-1, name: n, provider: p, state: retired}', 'last day of its use'],
    ['conditions that nobody wrote', '- {id: S-1, name: n, provider: p, state: conditional}', 'needs its conditions'],
    ['one id for two rows', row('') + row(''), 'register.yaml:2:8 1.id: the id "S-1" is taken (register.yaml:1:3)'],
    ['rows of something else', 'services: []', 'register.yaml:1:1 write a list of rows'],
    ['YAML that is none', '- [', 'register.yaml:1:4'],
  ])('refuses %s', (_, text, says) => {
    expect(refusal(text).en).toContain(says);
    expect(refusal(text).ja).toMatch(/\p{Script=Hiragana}/u);
  });

  it('says all that is wrong at once, within and between rows', () => {
    const text = refusal(
      `${row('owner: 3')}${row('keys: {aws: [s4]}')}- {id: S-1, name: n, provider: p, state: retired}`,
    );
    expect(text.en.split('\n')).toHaveLength(5);
    expect(text.en).toContain('The register has errors');
  });

  it('shows fifty of many mistakes and counts the rest', () => {
    const text = refusal('- {}\n'.repeat(120));
    expect(text.en.split('\n')).toHaveLength(52);
    expect(text.en.endsWith('… and 70 more')).toBe(true);
  });

  it('takes one id for two rows in any case and width', () => {
    expect(refusal(row('') + row('').replace('S-1', 'ｓ－１')).en).toContain('1.id: the id "ｓ－１" is taken');
  });

  it('has regions and ids in any width', () => {
    expect(
      parse(
        row(
          "regions: [ａｐ－ｎｏｒｔｈｅａｓｔ－１, Japan East], accounts: ['０１２３４５６７８９０１', '0123-4567-8901']",
        ),
      )[0],
    ).toMatchObject({ regions: ['ap-northeast-1', 'Japan East'], accounts: ['012345678901', '012345678901'] });
  });

  it('merges fields, into thousands of rows too', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `- {<<: *all, id: S-${index}}\n`).join('');
    const entries = parse(`- &all {id: A, name: n, provider: p, state: approved, owner: o}\n${rows}`);
    expect(entries).toHaveLength(3001);
    expect(entries.at(-1)).toMatchObject({ id: 'S-2999', name: 'n', owner: 'o' });
    expect(refusal('- &all {id: A, name: n, provider: p, state: ok}\n- {<<: *all, id: B}').en).toContain(
      'register.yaml:2:3 1.state: the state must be',
    );
  });

  it('may stand in a standard, where that is asked for', () => {
    const text = 'locale: ja\nregister: [{id: A, name: n, provider: p, state: approved}]';
    expect(parseRegister(text, { file, mayBeStandard: true })).toMatchObject([{ id: 'A' }]);
    expect(() => parse(text)).toThrow('write a list of rows');
  });

  it('is told of in Japanese alone', () => {
    const wrong = refusal(row('owner: 3, name: , departments: x, validUntil: true') + '- 3').ja;
    expect(wrong).not.toMatch(/string|object|array|expected|received/);
    expect(refusal('- {a: 1, a: 2}').ja).toContain('同じキーが2つあります');
    expect(refusal('\t- a: 1').ja).toContain('タブ');
  });

  it('says the same of rows in standard.yaml', () => {
    const standard = (text: string): unknown => parseStandard(text, { file: 'standard.yaml', checks: [] });
    const text = refusal('locale: fr\nregister:\n  - {id: S-1, keys: {aws: [s4]}}', standard);
    expect(text.en).toContain('standard.yaml:1:9 locale: allowed: ja, en');
    expect(text.en).toContain('standard.yaml:3:5 register.0: it lacks name, provider, state');
    expect(refusal('register: 3', standard).en).toContain('standard.yaml:1:11 register:');
    expect(
      refusal('register: [{id: a, name: n, provider: p, state: approved, keys: {aws: [s4]}}]', standard).en,
    ).toContain('register.0.keys.aws.0: there is no AWS service prefix "s4"');
  });
});

describe('a detection key', () => {
  const rows = (one: string, other: string): string =>
    `- {id: a, name: n, provider: p, state: approved, keys: {aws: [s3]}, ${one}}\n- {id: b, name: n, provider: p, state: approved, keys: {aws: [S3]}, ${other}}`;
  const inTokyo = 'regions: [ap-northeast-1]';
  const inOsaka = 'regions: [ap-northeast-3]';
  const ofOne = "accounts: ['111122223333']";
  const ofTwo = "accounts: ['111122223333', '222233334444']";
  const ofOther = "accounts: ['222233334444']";

  it.each([
    ['', ''],
    ['', inTokyo],
    [ofOne, ''],
    [ofOne, ofTwo],
    [ofOne, inTokyo],
    [inTokyo, ofTwo],
    [`${ofOne}, ${inTokyo}`, `${ofTwo}, regions: [AP-Northeast-1]`],
  ])('is not shared by rows of one place: %s and %s', (one, other) => {
    expect(refusal(rows(one, other)).en).toContain('the key "s3" is that of another row too (register.yaml:1:3)');
    expect(refusal(rows(other, one)).en).toContain('the key "s3" is that of another row too');
  });

  it.each([
    [inTokyo, inOsaka],
    [ofOne, ofOther],
    [`${ofOne}, ${inTokyo}`, `${ofTwo}, ${inOsaka}`],
    [`${ofOne}, ${inTokyo}`, `${ofOther}, ${inTokyo}`],
  ])('may be shared by rows of places that do not meet: %s and %s', (one, other) => {
    expect(parse(rows(one, other))).toHaveLength(2);
  });

  it('may stand twice in one row', () => {
    expect(parse(row('keys: {aws: [s3, s3]}'))).toHaveLength(1);
  });
});

describe('many rows', () => {
  const fields = { name: 'n', provider: 'p', state: 'approved' };
  const many = (keys: (index: number) => object): unknown[] =>
    Array.from({ length: 5000 }, (_, index) => ({
      ...fields,
      id: `S-${index}`,
      keys: keys(index),
      accounts: [String(index).padStart(12, '0')],
      approval: { by: 'b', on: '令和8年4月1日' },
    }));

  it.each<[string, (index: number) => object, number]>([
    ['that are sound and share one key', () => ({ aws: ['s3'] }), 0],
    ['that are all wrong', (index) => ({ aws: [`sss${index}`] }), 5000],
  ])('%s are judged in two seconds', (_, keys, expected) => {
    const rows = many(keys);
    const begun = performance.now();
    expect(checkRows(rows).problems).toHaveLength(expected);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
