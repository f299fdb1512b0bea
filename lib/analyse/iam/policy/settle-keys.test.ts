import { describe, expect, it } from 'vitest';
import { ActionMatchers } from './action-matcher.ts';
import { compilePolicy } from './compile-policy.ts';
import { decide, policyLayer, type Decision } from './decide.ts';
import { anyValue, missing, type KeyState } from './request.ts';

/** What a policy of one Allow, and one Deny where there is one, says of a request whose keys are these. */
function decided(keys: Readonly<Record<string, KeyState>>, allow: object, deny?: object): Decision {
  const statement = (Effect: string, Condition: object) => ({ Effect, Action: 'x:Do', Resource: '*', Condition });
  const statements = [statement('Allow', allow), ...(deny ? [statement('Deny', deny)] : [])];
  const document = { Version: '2012-10-17', Statement: statements };
  const policy = compilePolicy({ id: 'p', name: 'p' }, document, new ActionMatchers());
  const states = (key: string): KeyState => keys[key] ?? missing;
  return decide([policyLayer('identity', [policy])], { action: 'x:do', resource: '*', keys: states });
}

const outcome = (...given: Parameters<typeof decided>): string => decided(...given).outcome;
const is = (...values: readonly string[]): KeyState => ({ values });
const network: KeyState = { unknown: 'network' };
/** As a user's key: absent, or present in a session that passed MFA. */
const mfa: KeyState = { options: [{ values: [] }, { values: ['true'], needs: ['mfa'] }], free: false };

describe('a key that the caller chooses', () => {
  it.each<readonly [string, object, object | undefined]>([
    ['takes the value that is asked for', { StringEquals: { k: 'a' } }, undefined],
    ['takes a value that a pattern asks for', { StringLike: { k: 'dev-*-x' } }, undefined],
    ['is left out', { Null: { k: 'true' } }, undefined],
    ['is given', { Null: { k: 'false' } }, undefined],
    ['takes a value below a limit', { NumericLessThan: { k: '10' } }, undefined],
    ['takes a value between limits', { NumericLessThan: { k: '10' }, NumericGreaterThan: { k: '8' } }, undefined],
    ['takes another value than a Deny asks for', { Null: { k: 'false' } }, { StringEquals: { k: 'a' } }],
    ['takes the value that a Deny spares', { Null: { k: 'false' } }, { StringNotEquals: { k: 'a' } }],
    ['takes what a variable stands for', { StringEquals: { k: '${aws:username}' } }, undefined],
    ['takes what a variable is part of', { StringLike: { k: '${aws:username}-*' } }, undefined],
    ['takes what it is compared with', { StringEquals: { fixed: '${k}' } }, undefined],
  ])('%s', (_, allow, deny) => {
    const keys = { k: anyValue, fixed: is('f'), 'aws:username': is('alice') };
    expect(outcome(keys, allow, deny)).toBe('allowed');
  });

  it.each<readonly [string, object, object | undefined]>([
    ['of two values at once', { StringEquals: { k: 'a' }, StringLike: { k: 'b*' } }, undefined],
    ['that a Deny asks for too', { StringEquals: { k: 'a' } }, { StringLike: { k: 'a*' } }],
    ['that a Deny asks for when it is missing', { Null: { k: 'true' } }, { StringNotEquals: { k: 'a' } }],
    ['that is compared with a missing one', { StringEquals: { absent: '${k}' } }, undefined],
  ])('cannot be one %s', (_, allow, deny) => {
    expect(outcome({ k: anyValue }, allow, deny)).toBe('denied');
  });

  it('counts for all statements at once', () => {
    const both = decided(
      { k: anyValue, l: anyValue },
      { StringEquals: { k: 'a', l: 'b' } },
      { StringEquals: { k: 'a' }, StringNotEquals: { l: 'b' } },
    );
    expect(both.outcome).toBe('allowed');
  });
});

describe('a key that the caller cannot choose', () => {
  it('is what it is', () => {
    expect(outcome({ k: is('a') }, { StringEquals: { k: 'a' } })).toBe('allowed');
    expect(outcome({ k: is('b') }, { StringEquals: { k: 'a' } })).toBe('denied');
  });

  it('may take a circumstance, which is named', () => {
    expect(decided({ k: mfa }, { Bool: { k: 'true' } })).toMatchObject({ outcome: 'allowed-if', needs: ['mfa'] });
    expect(outcome({ k: mfa }, { BoolIfExists: { k: 'true' } })).toBe('allowed');
    expect(outcome({ k: mfa }, { Null: { k: 'true' } })).toBe('allowed');
    expect(outcome({ k: mfa }, { Bool: { k: 'false' } })).toBe('denied');
  });

  it('may take a circumstance to be spared by a Deny', () => {
    const everything = { Null: { absent: 'true' } };
    expect(outcome({ k: mfa }, everything, { Bool: { k: 'false' } })).toBe('allowed');
    expect(decided({ k: mfa }, everything, { BoolIfExists: { k: 'false' } })).toMatchObject({ needs: ['mfa'] });
  });
});

describe('a key that nobody here knows', () => {
  it('leaves the answer open, whichever way it is asked about', () => {
    const everything = { Null: { absent: 'true' } };
    expect(decided({ k: network }, { IpAddress: { k: '10.0.0.0/8' } })).toMatchObject({ needs: ['network'] });
    expect(decided({ k: network }, { NotIpAddress: { k: '10.0.0.0/8' } })).toMatchObject({ needs: ['network'] });
    expect(decided({ k: network }, everything, { NotIpAddress: { k: '10.0.0.0/8' } })).toMatchObject({
      needs: ['not network'],
    });
  });

  it('does not open what another condition shuts', () => {
    expect(outcome({ k: network }, { IpAddress: { k: '10.0.0.0/8' }, StringEquals: { l: 'a' } })).toBe('denied');
  });
});
