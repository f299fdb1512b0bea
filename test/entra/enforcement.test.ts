import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enforcementOf } from '../../lib/analyse/entra/mfa/enforcement-of.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import type { ConditionalAccessPolicy } from '../../lib/model/entra/conditional-access.ts';
import type { MfaCoverage, SignInSituation } from '../../lib/model/entra/mfa-coverage.ts';
import { unreadMfa } from '../../lib/model/entra/unread-mfa.ts';
import type { EntraUser } from '../../lib/model/entra/user.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import {
  inTenant,
  member,
  mfaPolicy,
  perUserMfaOff,
  policies as ofPolicies,
  registered,
  users,
} from '../../checks/entra/cases/tenant.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { answerTo, choices, simulate } from './sign-in-simulator.ts';

const some = <T>(items: readonly T[], min = 0): fc.Arbitrary<T[]> => fc.subarray([...items], { minLength: min });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 2 });
const scope = (of: 'Platforms' | 'Locations', all: string, others: readonly string[]) =>
  fc.record({
    [`include${of}`]: fc.oneof(fc.constant([all]), some(others, 1)),
    [`exclude${of}`]: fc.oneof(fc.constant([]), some(others)),
  });

/** Policies of all shapes, as Graph writes them. */
const policy = fc.record({
  state: fc.constantFrom('enabled', 'enabled', 'enabled', 'enabledForReportingButNotEnforced', 'disabled'),
  conditions: fc.record({
    clientAppTypes: fc.oneof(fc.constant(['all']), some(choices.client, 1)),
    signInRiskLevels: fc.constantFrom([], [], [], ['high'], ['none', 'low']),
    applications: fc.record({
      includeApplications: fc.oneof(fc.constant(['All']), some(['app-1', 'app-2'], 1)),
      excludeApplications: fc.oneof(fc.constant([]), some(['app-1', 'app-2'])),
    }),
    users: fc.record({
      includeUsers: fc.constantFrom(['All'], ['All'], ['hanako'], ['jiro']),
      excludeUsers: fc.constantFrom([], [], [], ['hanako']),
    }),
    platforms: maybe(scope('Platforms', 'all', choices.platform.slice(0, 5))),
    locations: maybe(scope('Locations', 'All', ['trusted-place', 'open-place', 'AllTrusted'])),
    devices: maybe(fc.constant({ excludeDevices: ['Compliant', 'DomainJoined'] })),
  }),
  grantControls: maybe(
    fc.record({
      operator: fc.constantFrom('AND', 'OR'),
      builtInControls: some(['mfa', 'compliantDevice', 'domainJoinedDevice', 'compliantApplication', 'block'], 1),
      customAuthenticationFactors: fc.constantFrom([], [], [], ['Duo']),
    }),
  ),
});
const anyPolicies = fc.array(policy, { minLength: 1, maxLength: 5 });

function tenantOf(list: readonly object[]): Snapshot {
  const { responses = {} } = inTenant(
    users(member('hanako')),
    registered({ hanako: ['mobilePhone'] }),
    perUserMfaOff('hanako'),
    ofPolicies(...list.map((each, at) => ({ ...each, id: `policy-${at}` }))),
    {
      '/identity/conditionalAccess/namedLocations': {
        value: [
          { id: 'trusted-place', isTrusted: true },
          { id: 'open-place', isTrusted: false },
        ],
      },
    },
  );
  const unit = { provider: 'entra', tenant: 'bench' } as const;
  return { schema: snapshotSchema, unit, collectedAt: '2026-06-01T00:00:00Z', responses, errors: [] };
}

function read(list: readonly object[]): {
  readonly coverage: MfaCoverage;
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly user: EntraUser;
} {
  const unit = tenantOf(list);
  const model = tenantModel([unit], defaultStandard);
  const [mfa, policies] = [model.read('entra.mfa', unit), model.read('entra.policies', unit)];
  const coverage = mfa.read ? mfa.value.users[0] : undefined;
  if (!coverage || !policies.read) throw new Error('the generated tenant is well-formed');
  return { coverage, policies: policies.value, user: coverage.user };
}

/** The engine's words in those of the simulator. */
function named(open: SignInSituation): SignInSituation {
  const places: Readonly<Record<string, string>> = {
    elsewhere: 'anywhere else',
    '00000000-0000-0000-0000-000000000000': 'old trusted addresses',
  };
  const application = open.application === 'other' ? 'some other app' : open.application;
  return { ...open, application, location: places[open.location] ?? open.location };
}

/** From an open door to a wall. */
const order = ['none', 'partial', 'unknown', 'conditional', 'always', 'blocked'];

describe('what Conditional Access enforces', () => {
  it('is what trying every sign-in finds', () => {
    fc.assert(
      fc.property(anyPolicies, (list) => {
        const { coverage, policies, user } = read(list);
        expect(coverage.enforcement).toBe(simulate(user, policies));
        // The example is a sign-in that is open indeed, and that an outsider can choose unless all of these are closed.
        const { open } = coverage;
        const isOpen = open === undefined || answerTo(named(open), user, policies) === 'open';
        const isOutside = open?.device === 'unmanaged' && !/trusted-place|^0000/.test(open.location);
        expect({ isOpen, isOutside }).toEqual({
          isOpen: true,
          isOutside: ['none', 'partial'].includes(coverage.enforcement),
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('is never weakened by one more policy, and says why wherever a door is open', () => {
    fc.assert(
      fc.property(anyPolicies, policy, (list, another) => {
        const [before, after] = [read(list).coverage, read([...list, another]).coverage];
        const isUnknown = [before, after].some(({ enforcement }) => enforcement === 'unknown');
        const rank = ({ enforcement }: MfaCoverage): number => order.indexOf(enforcement);
        // To block the sign-ins that asked for a factor leaves those that never did.
        const leavesTheOpen = before.enforcement === 'partial' && after.enforcement === 'none';
        expect(isUnknown || leavesTheOpen || rank(after) >= rank(before)).toBe(true);
        const isOpen = ['none', 'partial', 'conditional', 'unknown'].includes(after.enforcement);
        expect(after.gaps.length > 0).toBe(isOpen);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the policies', () => {
    fc.assert(
      fc.property(anyPolicies, (list) => {
        const [one, other] = [read(list).coverage, read(list.toReversed()).coverage];
        expect(other.enforcement).toBe(one.enforcement);
        expect(other.strength).toBe(one.strength);
        expect(other.gaps.map(({ code }) => code)).toEqual(one.gaps.map(({ code }) => code));
      }),
      { numRuns: 500 },
    );
  });

  it('is unknown where it would take too long to try every sign-in, and says that, not that something is new', () => {
    const { policies, coverage } = read([
      mfaPolicy('offices', { conditions: { platforms: { includePlatforms: ['iOS'] } } }),
    ]);
    const stands = policies.map((each) => ({ policy: each, stands: 'applies' as const }));
    const general = enforcementOf(stands, [], { left: 3 });
    expect(general).toMatchObject({ enforcement: 'unknown', gaps: [{ code: 'TOO_MANY_SIGN_INS' }] });
    expect(enforcementOf(stands, []).enforcement).toBe('partial');
    expect(unreadMfa({ ...coverage, ...general, status: 'unknown' })).toMatchObject({ code: 'TooManySignIns' });
  });
});
