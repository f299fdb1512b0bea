import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  inTenant,
  member,
  perUserMfaOff,
  policies as ofPolicies,
  registered,
  users,
} from '../../checks/entra/cases/tenant.ts';
import { usersWithoutPolicy } from '../../lib/collect/entra/operations/users-without-policy.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';

const usually = <T>(common: T, ...rare: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(common) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

/** Policies for everybody, most of them nearly complete: what looks like cover and is none matters here. */
const policy = fc.record({
  state: usually('enabled', 'enabledForReportingButNotEnforced', 'disabled'),
  conditions: fc.record({
    clientAppTypes: usually(['all'], ['browser']),
    applications: fc.constant({ includeApplications: ['All'] }),
    users: fc.record({
      includeUsers: fc.constant(['All']),
      excludeUsers: usually<string[]>([], ['hanako'], ['GuestsOrExternalUsers']),
      excludeGuestsOrExternalUsers: usually<object | null>(null, {
        guestOrExternalUserTypes: 'b2bCollaborationMember',
      }),
    }),
    signInRiskLevels: usually<string[]>([], ['high']),
    insiderRiskLevels: usually<string | null>(null, 'elevated'),
    platforms: usually<object | null>(null, { includePlatforms: ['iOS'] }),
  }),
  grantControls: fc.record({
    operator: fc.constantFrom('AND', 'OR'),
    builtInControls: fc.constantFrom(['mfa'], ['mfa', 'compliantDevice'], ['compliantDevice'], ['block'], []),
    termsOfUse: usually<string[]>([], ['terms']),
    authenticationStrength: usually<object | null>(
      null,
      { id: 'own', requirementsSatisfied: 'none', allowedCombinations: ['password'] },
      { id: 'own', requirementsSatisfied: 'mfa', allowedCombinations: ['fido2'] },
    ),
  }),
});

it('is asked of everybody of whom nothing newer asks for a second factor', () => {
  fc.assert(
    fc.property(fc.array(policy, { maxLength: 3 }), fc.boolean(), (list, isExternal) => {
      const name = isExternal ? 'hanako_partner.example#EXT#@sakura.example' : 'hanako@sakura.example';
      const unit = tenantOf(
        inTenant(
          users(member('hanako', { userPrincipalName: name })),
          registered({ hanako: [] }),
          perUserMfaOff('hanako'),
          ofPolicies(...list.map((each, at) => ({ ...each, id: `policy-${at}` }))),
        ).responses,
      );
      const mfa = tenantModel([unit], defaultStandard).read('entra.mfa', unit);
      const enforcement = mfa.read ? mfa.value.users[0]?.enforcement : undefined;
      expect(enforcement).toBeDefined();
      expect(enforcement === 'none' ? askedOf(unit) : ['hanako']).toEqual(['hanako']);
    }),
    { numRuns: 2000 },
  );
});

it('is not asked of whom an ordinary policy covers', () => {
  const covering = { conditions: { clientAppTypes: ['all'], applications: { includeApplications: ['All'] } } };
  const grants = [
    { operator: 'OR', builtInControls: ['mfa'] },
    { operator: 'AND', builtInControls: ['mfa'], termsOfUse: ['terms'] },
    { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] },
    { operator: 'OR', builtInControls: [], authenticationStrength: { requirementsSatisfied: 'mfa' } },
  ];
  for (const grantControls of grants) {
    const conditions = { ...covering.conditions, users: { includeUsers: ['All'], excludeUsers: ['jiro'] } };
    const unit = tenantOf(
      inTenant(
        users(member('hanako'), member('jiro')),
        ofPolicies({ id: 'one', state: 'enabled', conditions, grantControls }),
      ).responses,
    );
    expect(askedOf(unit)).toEqual(['jiro']);
  }
});

function tenantOf(responses: Snapshot['responses'] = {}): Snapshot {
  const unit = { provider: 'entra', tenant: 'bench' } as const;
  return { schema: snapshotSchema, unit, collectedAt: '2026-06-01T00:00:00Z', responses, errors: [] };
}

function askedOf({ responses }: Snapshot): readonly string[] {
  const rows = (operation: string) => (responses[operation] as { value: Record<string, unknown>[] }).value;
  return usersWithoutPolicy({
    rows,
    rowsBy: () => new Map(),
    object: (operation) => responses[operation] as Record<string, unknown>,
    isRead: () => true,
  });
}
