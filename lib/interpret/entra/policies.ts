import type {
  ConditionalAccessPolicy,
  PolicyDevices,
  PolicyUsers,
  Scope,
} from '../../model/entra/conditional-access.ts';
import type { PartDefinition } from '../part.ts';
import { authenticationStrengthOf } from './authentication-strength.ts';
import { given, itemsOf, objectIn, splitIn, textIn, wordIn, wordsIn, type JsonObject } from '../json-object.ts';

const operation = '/identity/conditionalAccess/policies';

/** The policies of Conditional Access. */
export const policies: PartDefinition<'entra.policies'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret: (answers) => itemsOf(answers, operation).map(policyOf),
};

const stateNames = {
  enabled: 'enabled',
  enabledForReportingButNotEnforced: 'reportOnly',
  disabled: 'disabled',
} as const;

function policyOf(policy: JsonObject): ConditionalAccessPolicy {
  const id = textIn(policy, 'id');
  const conditions = objectIn(policy, 'conditions') ?? {};
  const users = objectIn(conditions, 'users') ?? {};
  const applications = objectIn(conditions, 'applications') ?? {};
  const filter = objectIn(applications, 'applicationFilter');
  const state = stateNames[textIn(policy, 'state') as keyof typeof stateNames];
  if (!state) throw new TypeError(`the policy ${id} has the state ${textIn(policy, 'state')}`);
  const clientTypes = wordsIn(conditions, 'clientAppTypes');
  return {
    id,
    name: wordIn(policy, 'displayName') ?? id,
    state,
    isForWorkloads: isForWorkloads(conditions),
    include: usersOf(users, 'include'),
    exclude: usersOf(users, 'exclude'),
    applications: {
      include: new Set(wordsIn(applications, 'includeApplications').map(lower)),
      exclude: new Set(wordsIn(applications, 'excludeApplications').map(lower)),
      ...(filter && { filter: wordIn(filter, 'mode') === 'exclude' ? 'exclude' : 'include' }),
      isUserAction: wordsIn(applications, 'includeUserActions').length > 0,
      isAuthenticationContext: wordsIn(applications, 'includeAuthenticationContextClassReferences').length > 0,
    },
    clients: new Set(clientsOf(clientTypes)),
    ...given('platforms', scopeOf(objectIn(conditions, 'platforms'), 'Platforms')),
    ...given('locations', scopeOf(objectIn(conditions, 'locations'), 'Locations')),
    ...given('devices', devicesOf(objectIn(conditions, 'devices'))),
    isRiskOnly: isRiskOnly(conditions),
    isFlowOnly: splitIn(objectIn(conditions, 'authenticationFlows') ?? {}, 'transferMethods').some(
      (method) => method !== 'none',
    ),
    ...given('grant', grantOf(objectIn(policy, 'grantControls'))),
    unknown: [...unknownOf(conditions, applications, users), ...clientTypes.filter((type) => !knownClients.has(type))],
  };
}

/** Application ids and the words beside them, in one spelling. */
function lower(word: string): string {
  return /^[\da-f-]{36}$/i.test(word) ? word.toLowerCase() : word;
}

function isForWorkloads(conditions: JsonObject): boolean {
  const clients = objectIn(conditions, 'clientApplications') ?? {};
  const named = ['includeServicePrincipals', 'includeAgentIdServicePrincipals'].flatMap((each) =>
    wordsIn(clients, each),
  );
  const atRisk = wordsIn(conditions, 'servicePrincipalRiskLevels').length > 0;
  return named.length > 0 || atRisk || objectIn(clients, 'servicePrincipalFilter') !== undefined;
}

function usersOf(users: JsonObject, way: 'include' | 'exclude'): PolicyUsers {
  const guests = objectIn(users, `${way}GuestsOrExternalUsers`);
  const tenants = guests && objectIn(guests, 'externalTenants');
  const isNamed = tenants !== undefined && wordIn(tenants, 'membershipKind') !== 'all';
  return {
    users: new Set(wordsIn(users, `${way}Users`)),
    groups: wordsIn(users, `${way}Groups`),
    roles: new Set(wordsIn(users, `${way}Roles`)),
    guests: new Set(guests ? splitIn(guests, 'guestOrExternalUserTypes') : []),
    isOfSomeTenants: isNamed,
  };
}

const knownClients = new Set([
  'all',
  'browser',
  'mobileAppsAndDesktopClients',
  'exchangeActiveSync',
  'easSupported',
  'other',
]);

function clientsOf(types: readonly string[]): readonly string[] {
  if (types.length === 0 || types.includes('all'))
    return ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'];
  return types.map((type) => (type === 'easSupported' ? 'exchangeActiveSync' : type));
}

function scopeOf(condition: JsonObject | undefined, of: 'Platforms' | 'Locations'): Scope | undefined {
  if (!condition) return undefined;
  const include = new Set(wordsIn(condition, `include${of}`));
  const exclude = new Set(wordsIn(condition, `exclude${of}`));
  return include.size === 0 && exclude.size === 0 ? undefined : { include, exclude };
}

function devicesOf(devices: JsonObject | undefined): PolicyDevices | undefined {
  if (!devices) return undefined;
  const filter = objectIn(devices, 'deviceFilter');
  const excludesManaged = wordsIn(devices, 'excludeDevices').length > 0;
  if (!filter && !excludesManaged) return undefined;
  const mode = filter && wordIn(filter, 'mode') === 'exclude' ? 'exclude' : 'include';
  return { ...(filter && { filter: { mode, rule: wordIn(filter, 'rule') ?? '' } }), excludesManaged };
}

/** `none` among the levels means that a sign-in without risk is meant, too. */
function isRiskOnly(conditions: JsonObject): boolean {
  const ofInsiders = splitIn(conditions, 'insiderRiskLevels').length > 0;
  return (
    ofInsiders ||
    ['userRiskLevels', 'signInRiskLevels'].some((field) => {
      const levels = wordsIn(conditions, field);
      return levels.length > 0 && !levels.includes('none');
    })
  );
}

function grantOf(grant: JsonObject | undefined): ConditionalAccessPolicy['grant'] {
  if (!grant) return undefined;
  const strength = objectIn(grant, 'authenticationStrength');
  const found = {
    operator: wordIn(grant, 'operator') === 'AND' ? ('AND' as const) : ('OR' as const),
    controls: wordsIn(grant, 'builtInControls'),
    custom: wordsIn(grant, 'customAuthenticationFactors'),
    termsOfUse: wordsIn(grant, 'termsOfUse').length > 0,
    ...(strength && { strength: authenticationStrengthOf(strength) }),
  };
  const asksNothing = found.controls.length + found.custom.length === 0 && !found.termsOfUse && !strength;
  return asksNothing ? undefined : found;
}

const knownConditions = new Set([
  'applications',
  'authenticationFlows',
  'clientAppTypes',
  'clientApplications',
  'devices',
  'deviceStates',
  'insiderRiskLevels',
  'locations',
  'platforms',
  'servicePrincipalRiskLevels',
  'signInRiskLevels',
  'userRiskLevels',
  'users',
]);
const knownApplications = new Set([
  'applicationFilter',
  'excludeApplications',
  'includeApplications',
  'includeAuthenticationContextClassReferences',
  'includeUserActions',
]);
const knownUsers = new Set(
  ['Users', 'Groups', 'Roles', 'GuestsOrExternalUsers'].flatMap((each) => [`include${each}`, `exclude${each}`]),
);

/** Conditions of a newer schema that are in use: they narrow the policy in a way that nobody here can follow. */
function unknownOf(conditions: JsonObject, applications: JsonObject, users: JsonObject): readonly string[] {
  const inUse = (object: JsonObject, known: ReadonlySet<string>): string[] =>
    Object.entries(object)
      .filter(([name, value]) => !known.has(name) && !name.includes('@odata') && !isEmpty(value))
      .map(([name]) => name);
  return [
    ...inUse(conditions, knownConditions),
    ...inUse(applications, knownApplications),
    ...inUse(users, knownUsers),
  ].toSorted();
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
