import { describe, expect, it } from 'vitest';
import {
  administratorAccess,
  allow,
  policyArn,
  trusts,
  userArn,
  verdictOf,
  type SampleAccount,
  type SampleUser,
  type Statement,
} from './sample-account.ts';

/** One technique: who comes to full access how, and the neighbours in which it does not work. */
export interface TechniqueRow {
  readonly techniques: readonly string[];
  /** `alice` where nothing else is said. */
  readonly actor?: string;
  readonly works: SampleAccount;
  readonly fails: Readonly<Record<string, SampleAccount>>;
  /** What must hold beside. */
  readonly needs?: readonly string[];
}

/** Holds each technique to its accounts. */
export function testTechniques(rows: Readonly<Record<string, TechniqueRow>>): void {
  describe.each(Object.entries(rows))('%s', (_, { techniques, actor = 'alice', works, fails, needs = [] }) => {
    it('makes an administrator', () => {
      const verdict = needs.length > 0 ? 'conditional' : 'proven';
      expect(verdictOf(actor, works)).toEqual({ verdict, techniques, needs });
    });

    it.each(Object.entries(fails))('but not %s', (__, twin) => {
      expect(verdictOf(actor, twin)).toEqual({ verdict: 'unreachable', techniques: [], needs: [] });
    });
  });
}

/** Alice, with these statements. */
export const alice = (...inline: readonly Statement[]): SampleAccount => ({ users: { alice: { inline } } });
/** Her ARN. */
export const me = userArn('alice');
/** One resource. */
export const on = (resource: string): Statement => ({ Resource: resource });
/** Alice and an administrator, root, who signs in with what `credentials` says. */
export const withAdmin = (
  credentials: NonNullable<SampleAccount['credentials']>[string],
  ...inline: readonly Statement[]
): SampleAccount => ({
  users: { alice: { inline }, root: { attached: [administratorAccess] } },
  credentials: { root: credentials },
});
/** The role ops, which Alice does or does not get into, and which has what is said. */
export const withOps = (
  trust: Statement,
  ops: Partial<SampleUser>,
  ...inline: readonly Statement[]
): SampleAccount => ({
  users: { alice: { inline } },
  roles: { ops: { trust: [trust], ...ops } },
});
/** The role ops, with these statements. */
export const ofOps = (...inline: readonly Statement[]): SampleAccount => ({
  roles: { ops: { trust: [trusts('ec2.amazonaws.com')], inline } },
});
/** A group that may do little. */
export const staff = { groups: { staff: { inline: [allow('s3:ListAllMyBuckets')] } } };
/** Alice in that group, with these statements. */
export const member = (...inline: readonly Statement[]): SampleAccount => ({
  users: { alice: { inline, groups: ['staff'] } },
  ...staff,
});
/** A managed policy of the account. */
export const own = policyArn('own');
/** Another. */
export const other = policyArn('other');
/** Attaching own, and what is called like it, alone. */
export const attachOwn = allow('iam:AttachUserPolicy', { Condition: { ArnLike: { 'iam:PolicyARN': `${own}*` } } });
/** Alice with the policy own, of these statements and versions. */
export const withPolicy = (statements: readonly Statement[], others: readonly (readonly Statement[])[] = []) => ({
  users: { alice: { attached: [own] } },
  policies: { own: { statements, others }, other: { statements: [allow('s3:*')] } },
});
/** Full access. */
export const everything = allow('*');
/** A policy of AWS's own. */
export const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
