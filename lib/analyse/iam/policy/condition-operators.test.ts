import { describe, expect, it } from 'vitest';
import { compileConditions } from './compile-condition.ts';
import { evaluateCondition, type SettledKeys } from './evaluate-condition.ts';
import type { Truth } from './truth.ts';

type Keys = Readonly<Record<string, string | readonly string[]>>;

/** Whether a Condition element holds for a request with these keys and no other. */
function holds(condition: object, keys: Keys = {}, version = '2012-10-17'): Truth {
  const { conditions, malformed } = compileConditions(condition, version);
  if (malformed !== undefined) throw new Error(`${malformed} is malformed`);
  const lower = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  const settled: SettledKeys = (key) => ({ values: lower.get(key) ?? [] });
  return conditions.every((each) => evaluateCondition(each, settled) === true);
}

/** An operator, the value in the policy, values in requests that it holds for, and values that it does not hold for. */
const table: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['StringEquals', 'blue', ['blue'], ['Blue', 'blues', '']],
  ['StringEquals', 'bl*', ['bl*'], ['blue']],
  ['StringNotEquals', 'blue', ['Blue', ''], ['blue']],
  ['StringEqualsIgnoreCase', 'Blue', ['blue', 'BLUE'], ['blues']],
  ['StringNotEqualsIgnoreCase', 'Blue', ['blues'], ['bLUE']],
  ['StringLike', 'b?u*', ['blue', 'bluest', 'b/u:x'], ['Blue', 'bu', 'ablue']],
  ['StringLike', '*', ['', 'anything/at:all'], []],
  ['StringNotLike', 'b*', ['red', 'Blue'], ['blue', 'b']],
  ['NumericEquals', '10', ['10', '10.0'], ['9', 'ten']],
  ['NumericNotEquals', '10', ['9', '10.5'], ['10']],
  ['NumericLessThan', '10', ['9', '-1'], ['10', '11', 'nine']],
  ['NumericLessThanEquals', '10', ['10', '9'], ['11']],
  ['NumericGreaterThan', '10', ['11', '100'], ['10', '9']],
  ['NumericGreaterThanEquals', '10', ['10', '11'], ['9']],
  ['DateEquals', '2026-01-01T00:00:00Z', ['2026-01-01T00:00:00.000Z', '1767225600'], ['2026-01-01T00:00:01Z', 'now']],
  ['DateNotEquals', '2026-01-01T00:00:00Z', ['2026-01-02T00:00:00Z'], ['2026-01-01T09:00:00+09:00']],
  ['DateLessThan', '2026-01-01T00:00:00Z', ['2025-12-31T23:59:59Z'], ['2026-01-01T00:00:00Z']],
  ['DateLessThanEquals', '2026-01-01T00:00:00Z', ['2026-01-01T00:00:00Z'], ['2026-01-01T00:00:01Z']],
  ['DateGreaterThan', '2026-01-01', ['2026-01-01T00:00:01Z'], ['2026-01-01T00:00:00Z']],
  ['DateGreaterThanEquals', '2026-01-01T00:00:00Z', ['2026-01-01T00:00:00Z', '1767225600'], ['2025-12-31T23:59:59Z']],
  ['Bool', 'true', ['true', 'True'], ['false', '1']],
  ['Bool', 'false', ['false'], ['true']],
  ['BinaryEquals', 'QmluYXJ5VmFsdWU=', ['QmluYXJ5VmFsdWU='], ['qmluYXJ5VmFsdWU=']],
  ['IpAddress', '203.0.113.0/24', ['203.0.113.1', '203.0.113.255'], ['203.0.114.1', 'localhost', '2001:db8::1']],
  ['IpAddress', '203.0.113.9', ['203.0.113.9'], ['203.0.113.8']],
  ['IpAddress', '2001:db8::/32', ['2001:db8:1::7'], ['2001:db9::1', '203.0.113.1']],
  ['IpAddress', 'not-a-network', [], ['203.0.113.1']],
  ['NotIpAddress', '203.0.113.0/24', ['198.51.100.1', '2001:db8::1'], ['203.0.113.1']],
  [
    'ArnLike',
    'arn:aws:iam::*:role/dev/*',
    ['arn:aws:iam::111122223333:role/dev/a', 'arn:aws:iam::1:role/dev/a/b'],
    ['arn:aws:iam::111122223333:role/prod/dev/a', 'arn:aws:iam::111122223333:Role/dev/a', 'dev'],
  ],
  ['ArnLike', 'arn:aws:iam:*:role/x', [], ['arn:aws:iam::111122223333:role/x']],
  ['ArnEquals', 'arn:aws:s3:::*', ['arn:aws:s3:::bucket', 'arn:aws:s3:::a:b'], ['arn:aws:s3::1:bucket']],
  ['ArnNotEquals', 'arn:aws:s3:::a*', ['arn:aws:s3:::b'], ['arn:aws:s3:::ab']],
  ['ArnNotLike', 'arn:aws:s3:::a*', ['arn:aws:s3:::b'], ['arn:aws:s3:::a']],
];

const isNegated = (operator: string): boolean => operator.includes('Not');

describe.each(table)('%s %s', (operator, wanted, yes, no) => {
  it.each(yes.map((value) => [value]))('holds for "%s"', (value) => {
    expect(holds({ [operator]: { 'x:key': wanted } }, { 'X:Key': value })).toBe(true);
  });

  it.each(no.map((value) => [value]))('does not hold for "%s"', (value) => {
    expect(holds({ [operator]: { 'x:key': wanted } }, { 'X:Key': value })).toBe(false);
  });

  it('without the key holds only when it is negated, or with IfExists', () => {
    expect(holds({ [operator]: { 'x:key': wanted } })).toBe(isNegated(operator));
    expect(holds({ [`${operator}IfExists`]: { 'x:key': wanted } })).toBe(true);
    expect(holds({ [`ForAllValues:${operator}`]: { 'x:key': wanted } })).toBe(true);
    expect(holds({ [`ForAnyValue:${operator}`]: { 'x:key': wanted } })).toBe(false);
    expect(holds({ [`ForAnyValue:${operator}IfExists`]: { 'x:key': wanted } })).toBe(true);
  });

  it('with IfExists is as strict as ever when the key is there', () => {
    expect(no.map((value) => holds({ [`${operator}IfExists`]: { 'x:key': wanted } }, { 'x:key': value }))).toEqual(
      no.map(() => false),
    );
  });
});

describe('several values', () => {
  it.each<readonly [string, object, Keys, boolean]>([
    ['of the policy are alternatives', { StringEquals: { k: ['a', 'b'] } }, { k: 'b' }, true],
    ['of the policy are alternatives, and no more', { StringEquals: { k: ['a', 'b'] } }, { k: 'c' }, false],
    ['of a negated operator exclude each', { StringNotEquals: { k: ['a', 'b'] } }, { k: 'b' }, false],
    ['of a negated operator exclude no other', { StringNotEquals: { k: ['a', 'b'] } }, { k: 'c' }, true],
    ['of the request: all of them', { 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'b'] }, true],
    ['of the request: not all of them', { 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'c'] }, false],
    ['of the request: any of them', { 'ForAnyValue:StringLike': { k: ['a*'] } }, { k: ['c', 'ab'] }, true],
    ['of the request: none of them', { 'ForAnyValue:StringLike': { k: ['a*'] } }, { k: ['c', 'd'] }, false],
    ['of the request: any unlike', { 'ForAnyValue:StringNotEquals': { k: ['a'] } }, { k: ['a', 'b'] }, true],
    ['of the request: none unlike', { 'ForAnyValue:StringNotEquals': { k: ['a', 'b'] } }, { k: ['a', 'b'] }, false],
    ['of the request: all unlike', { 'ForAllValues:StringNotEquals': { k: ['a'] } }, { k: ['b', 'c'] }, true],
    ['of the request: one alike', { 'ForAllValues:StringNotEquals': { k: ['a'] } }, { k: ['b', 'a'] }, false],
    ['of several keys must all hold', { StringEquals: { k: 'a', l: 'b' } }, { k: 'a', l: 'c' }, false],
    [
      'of several operators must all hold',
      { StringEquals: { k: 'a' }, Null: { l: 'true' } },
      { k: 'a', l: 'c' },
      false,
    ],
    ['of several operators that all hold', { StringEquals: { k: 'a' }, Null: { l: 'true' } }, { k: 'a' }, true],
    ['that are none: nothing equals them', { StringEquals: { k: [] } }, { k: 'a' }, false],
  ])('%s', (_, condition, keys, expected) => {
    expect(holds(condition, keys)).toBe(expected);
  });
});

describe('Null', () => {
  it.each<readonly [string | boolean, Keys, boolean]>([
    ['true', {}, true],
    ['true', { k: 'a' }, false],
    ['false', {}, false],
    ['false', { k: 'a' }, true],
    [true, {}, true],
    [false, {}, false],
  ])('%s', (value, keys, expected) => {
    expect(holds({ Null: { k: value } }, keys)).toBe(expected);
  });
});

describe('how JSON may write it', () => {
  it('takes names of operators and keys in any case, but not values', () => {
    expect(holds({ stringequals: { 'AWS:UserName': 'a' } }, { 'aws:username': 'a' })).toBe(true);
    expect(holds({ 'forallvalues:STRINGLIKE': { 'AWS:TagKeys': 'a*' } }, { 'aws:tagkeys': ['ab'] })).toBe(true);
    expect(holds({ stringequals: { 'AWS:UserName': 'A' } }, { 'aws:username': 'a' })).toBe(false);
  });

  it('takes booleans and numbers that are not texts', () => {
    expect(holds({ Bool: { k: true } }, { k: 'true' })).toBe(true);
    expect(holds({ NumericLessThan: { k: 10 } }, { k: '9' })).toBe(true);
  });

  it.each([['StringMatches'], ['ForSomeValues:StringEquals'], ['StringEqualsIfExist'], [''], ['constructor']])(
    'does not know %s',
    (operator) => {
      expect(compileConditions({ [operator]: { k: 'a' } }, '2012-10-17').malformed).toBeDefined();
    },
  );
});

describe('policy variables', () => {
  const own = { StringEquals: { k: '${aws:username}' } };

  it.each<readonly [string, object, Keys, boolean]>([
    ['stand for the request', own, { k: 'a', 'aws:username': 'a' }, true],
    ['stand for the request alone', own, { k: 'b', 'aws:username': 'a' }, false],
    ['without a value equal nothing', own, { k: '' }, false],
    ['without a value differ from anything', { StringNotEquals: { k: '${aws:username}' } }, { k: 'a' }, true],
    ['with several values have none', own, { k: 'a', 'aws:username': ['a', 'b'] }, false],
    ['may have a default', { StringEquals: { k: "${aws:username, 'x'}" } }, { k: 'x' }, true],
    [
      'whose default gives way',
      { StringEquals: { k: "${aws:username, 'x'}" } },
      { k: 'x', 'aws:username': 'a' },
      false,
    ],
    ['hold wildcards literally', { StringLike: { k: '${aws:username}' } }, { k: 'ab', 'aws:username': 'a*' }, false],
    ['are part of a text', { StringLike: { k: '${aws:username}/*' } }, { k: 'a/b', 'aws:username': 'a' }, true],
    ['write a literal star', { StringLike: { k: 'a${*}' } }, { k: 'ab' }, false],
    ['write a literal star that is there', { StringLike: { k: 'a${*}' } }, { k: 'a*' }, true],
    ['write a dollar', { StringEquals: { k: '${$}{x}' } }, { k: '${x}' }, true],
  ])('%s', (_, condition, keys, expected) => {
    expect(holds(condition, keys)).toBe(expected);
  });

  it('are literal text before 2012-10-17', () => {
    expect(holds(own, { k: 'a', 'aws:username': 'a' }, '2008-10-17')).toBe(false);
    expect(holds(own, { k: '${aws:username}', 'aws:username': 'a' }, '2008-10-17')).toBe(true);
  });
});
