import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActionMatchers } from './action-matcher.ts';
import { compilePolicy } from './compile-policy.ts';
import { decide, policyLayer } from './decide.ts';
import type { KeyState } from './request.ts';

/** A statement of the small policies that are made up here. */
interface Made {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

const actions = ['s3:Get', 's3:Put', 'iam:Put', 'iam:PutUser', 'sts:Get'];
const resources = ['arn:aws:s3:::a', 'arn:aws:s3:::a/b', 'arn:aws:s3:::ab', 'arn:aws:iam::1:user/a'];
const few = <T>(arbitrary: fc.Arbitrary<T>, minLength = 1) => fc.array(arbitrary, { minLength, maxLength: 2 });
const actionPatterns = few(fc.constantFrom(...actions, '*', 's3:*', 'iam:Put*', '*:Get', 'S3:GET', 'iam:P?t', '*:*P*'));
const resourcePatterns = few(
  fc.constantFrom(...resources, '*', 'arn:aws:s3:::*', 'arn:aws:s3:::a*', '*b', 'arn:aws:s3:::a/?', 'ARN:*'),
);
const values = fc.constantFrom('a', 'b', 'ab', 'a*');
const operators = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'];
const conditions = fc.dictionary(
  fc.constantFrom(
    ...operators,
    ...operators.map((each) => `${each}IfExists`),
    ...operators.map((each) => `ForAllValues:${each}`),
    ...operators.map((each) => `ForAnyValue:${each}`),
  ),
  fc.dictionary(fc.constantFrom('k', 'l', 'm'), few(values), { minKeys: 1, maxKeys: 2 }),
  { maxKeys: 2 },
);
const statement: fc.Arbitrary<Made> = fc
  .record({
    Effect: fc.constantFrom('Allow' as const, 'Deny' as const),
    action: fc.record({ not: fc.boolean(), of: actionPatterns }),
    resource: fc.record({ not: fc.boolean(), of: resourcePatterns }),
    Condition: fc.option(conditions, { nil: undefined }),
  })
  .map(({ Effect, action, resource, Condition }) => ({
    Effect,
    [action.not ? 'NotAction' : 'Action']: action.of,
    [resource.not ? 'NotResource' : 'Resource']: resource.of,
    ...(Condition && { Condition }),
  }));
const policies = fc.array(fc.array(statement, { maxLength: 3 }), { maxLength: 3 });
const asked: fc.Arbitrary<Asked> = fc.record({
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources),
  keys: fc.dictionary(fc.constantFrom('k', 'l'), fc.array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 2 })),
});

const layerOf = (kind: 'identity' | 'boundary', all: readonly (readonly Made[])[]) => {
  const matchers = new ActionMatchers();
  return policyLayer(
    kind,
    all.map((Statement, at) =>
      compilePolicy({ id: `p${at}`, name: `p${at}` }, { Version: '2012-10-17', Statement }, matchers),
    ),
  );
};

function allows(
  { action, resource, keys }: Asked,
  identity: readonly (readonly Made[])[],
  boundary?: readonly Made[],
): boolean {
  const layers = [layerOf('identity', identity), ...(boundary ? [layerOf('boundary', [boundary])] : [])];
  const states = (key: string): KeyState => ({ values: keys[key] ?? [] });
  return decide(layers, { action: action.toLowerCase(), resource, keys: states }).outcome === 'allowed';
}

// A second evaluator, as slow and as plain as the text of "Policy evaluation logic", which shares nothing with ours.

const matches = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\/]/g, String.raw`\$&`)
      .replaceAll('*', '[^]*')
      .replaceAll('?', '[^]')}$`,
  ).test(text);

function conditionHolds(name: string, wanted: readonly string[], found: readonly string[]): boolean {
  const [, set, operator = '', exists] = /^(?:(\w+):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const negated = operator.includes('Not');
  if (found.length === 0) {
    if (exists || set === 'ForAllValues') return true;
    return set === undefined && negated;
  }
  const isLike = (value: string) =>
    wanted.some((each) => (/Like/.test(operator) ? matches(each, value) : each === value));
  const fits = (value: string) => (negated ? !isLike(value) : isLike(value));
  return set === 'ForAllValues' ? found.every(fits) : found.some(fits);
}

function applies(made: Made, { action, resource, keys }: Asked): boolean {
  const low = (patterns: readonly string[]) =>
    patterns.some((each) => matches(each.toLowerCase(), action.toLowerCase()));
  const ofAction = made.Action ? low(made.Action) : !low(made.NotAction ?? []);
  const names = (patterns: readonly string[]) => patterns.some((each) => matches(each, resource));
  const ofResource = made.Resource ? names(made.Resource) : !names(made.NotResource ?? []);
  return (
    ofAction &&
    ofResource &&
    Object.entries(made.Condition ?? {}).every(([name, byKey]) =>
      Object.entries(byKey).every(([key, wanted]) => conditionHolds(name, wanted, keys[key] ?? [])),
    )
  );
}

function shouldAllow(request: Asked, identity: readonly (readonly Made[])[], boundary?: readonly Made[]): boolean {
  const all = [...identity.flat(), ...(boundary ?? [])].filter((each) => applies(each, request));
  if (all.some(({ Effect }) => Effect === 'Deny')) return false;
  const allowed = (some: readonly Made[]) => some.some((each) => each.Effect === 'Allow' && applies(each, request));
  return allowed(identity.flat()) && (!boundary || allowed(boundary));
}

const runs = { numRuns: 1500 };

describe('the decision about a request', () => {
  it('is that of the plain evaluator', () => {
    fc.assert(
      fc.property(policies, asked, (identity, request) => {
        expect(allows(request, identity)).toBe(shouldAllow(request, identity));
      }),
      { numRuns: 4000 },
    );
  });

  it('is that of the plain evaluator under a boundary too', () => {
    fc.assert(
      fc.property(policies, fc.array(statement, { maxLength: 3 }), asked, (identity, boundary, request) => {
        expect(allows(request, identity, boundary)).toBe(shouldAllow(request, identity, boundary));
      }),
      runs,
    );
  });

  it('is allowed often enough for that to mean something', () => {
    const samples = fc.sample(fc.tuple(policies, asked), { numRuns: 1000, seed: 1 });
    const count = samples.filter(([identity, request]) => shouldAllow(request, identity)).length;
    expect(count).toBeGreaterThan(50);
  });

  it('is never taken back by one more Allow', () => {
    fc.assert(
      fc.property(policies, statement, asked, (identity, more, request) => {
        const wider = [...identity, [{ ...more, Effect: 'Allow' as const }]];
        expect(allows(request, identity) && !allows(request, wider)).toBe(false);
      }),
      runs,
    );
  });

  it('is no once a Deny applies, whatever else is allowed', () => {
    fc.assert(
      fc.property(policies, statement, asked, (identity, made, request) => {
        const denial = { ...made, Effect: 'Deny' as const };
        fc.pre(applies(denial, request));
        const everything: Made = { Effect: 'Allow', Action: ['*'], Resource: ['*'] };
        expect(allows(request, [...identity, [everything], [denial]])).toBe(false);
      }),
      runs,
    );
  });

  it('is never added by a boundary', () => {
    fc.assert(
      fc.property(policies, fc.array(statement, { maxLength: 3 }), asked, (identity, boundary, request) => {
        expect(allows(request, identity, boundary) && !allows(request, identity)).toBe(false);
      }),
      runs,
    );
  });

  it('does not depend on the order of statements and policies, nor on how they are divided', () => {
    fc.assert(
      fc.property(policies, asked, (identity, request) => {
        const expected = allows(request, identity);
        expect(
          allows(
            request,
            [...identity].toReversed().map((each) => [...each].toReversed()),
          ),
        ).toBe(expected);
        expect(allows(request, [identity.flat()])).toBe(expected);
        expect(
          allows(
            request,
            identity.flat().map((each) => [each]),
          ),
        ).toBe(expected);
      }),
      runs,
    );
  });
});

describe('patterns', () => {
  it('match as the plain evaluator says', () => {
    const sign = fc.constantFrom('a', 'b', '*', '?', '/', ':');
    const pattern = fc.array(sign, { maxLength: 12 }).map((each) => each.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', '/', ':'), { maxLength: 12 }).map((each) => each.join(''));
    const s3 = (some: string) => `arn:aws:s3:::${some}`;
    fc.assert(
      fc.property(pattern, text, (one, other) => {
        const statements: Made[] = [{ Effect: 'Allow', Action: ['*'], Resource: [s3(one)] }];
        const request = { action: 's3:Get', resource: s3(other), keys: {} };
        expect(allows(request, [statements])).toBe(matches(s3(one), s3(other)));
      }),
      { numRuns: 3000 },
    );
  });
});
