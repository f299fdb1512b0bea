import type { ResourceShare, ShareKind } from '../../../model/aws/resource-share.ts';
import type { ResourcePolicy } from '../../../model/aws/resource-policy.ts';
import type { CompiledPolicy, CompiledStatement } from '../policy/compiled-policy.ts';
import type { Layer } from '../policy/decide.ts';
import type { Need } from '../policy/truth.ts';
import { anybodysAccount, type Outsider } from '../trust/outsider-keys.ts';
import { actingServices } from './acting-services.ts';
import { callerKeys, serviceKeys, type Called } from './caller-keys.ts';
import { deniesCaller, deniesService } from './concerned.ts';
import { isLogAccount } from './is-log-account.ts';
import { namedAccounts, namedOrganizations } from './named-outsiders.ts';
import { tryStatement, type Asked } from './try-statement.ts';

/** Whose the resource is, and what stands above it. */
export interface ShareContext {
  readonly account: string;
  readonly asOf: Date;
  /** `none` where the account is in no organization; absent where nobody could tell. */
  readonly organizationId?: string;
  /** Resource control policies that apply to it. */
  readonly resourceControl: readonly Layer[];
}

/** Whom a resource's policy lets in from outside of its account, statement by statement. Pure. */
export function policyShares(
  resource: ResourcePolicy,
  policy: CompiledPolicy,
  context: ShareContext,
): readonly ResourceShare[] {
  const { account, asOf, organizationId, resourceControl } = context;
  const policies = [policy, ...resourceControl.flatMap((layer) => layer.policies)];
  const called: Called = { account, asOf, policy, policies, ...(organizationId && { organizationId }) };
  return policy.statements.flatMap((statement) => {
    const { effect, principal, index, sid } = statement;
    if (effect !== 'Allow' || !principal) return [];
    const asked: StatementAsked = { resource, called, resourceControl, statement };
    const { aws, service, canonical } = principal;
    const found = principal.negated
      ? byEverybody(asked)
      : [
          ...(principal.anyone ? byEverybody(asked) : []),
          ...aws.flatMap((who) => byPrincipal(who, asked)),
          ...service.flatMap((who) => byService(who, asked)),
          ...canonical.map((who): Found => ({ whom: 'unclear', who: `the account with the canonical id ${who}` })),
        ];
    return distinct(found).map((each) => ({ ...each, statement: index, ...(sid && { sid }) }));
  });
}

type Found = Pick<ResourceShare, 'whom' | 'who'>;
type StatementAsked = Omit<Asked, 'keys' | 'denies'>;

const stranger: Outsider = { account: anybodysAccount, anybody: true };

/** `Principal: "*"`: anybody at all, or those that conditions leave over, or whoever makes a service come for him. */
function byEverybody(asked: StatementAsked): readonly Found[] {
  const { statement, called, resource } = asked;
  const direct = publicKind(asCaller('*', stranger, asked));
  if (direct === 'anyone') return [{ whom: direct, who: '*' }];
  const isActing = (service: string): boolean => publicKind(asService(service, stranger, asked)) === 'anyone';
  const services = actingServices(resource.kind).filter(isActing);
  // Whoever a Deny spares is let in as much as whoever the statement itself names.
  const naming = [statement, ...called.policies.flatMap(({ statements }) => statements.filter(isDenial))];
  const accounts = [...new Set(naming.flatMap(namedAccounts))].filter((each) => isElsewhere(each, asked));
  const named = [...new Set(naming.flatMap(namedOrganizations))];
  const organizations = named.filter((each) => each !== called.organizationId);
  return [
    ...(direct ? [{ whom: direct, who: direct === 'unclear' ? 'whomever its conditions mean' : '*' }] : []),
    ...services.map((who): Found => ({ whom: 'service', who })),
    ...accounts.flatMap((account) => {
      const other: Outsider = { account, anybody: false };
      return accountFound(account, asCaller(account, other, asked) ?? asService('', other, asked));
    }),
    ...organizations.flatMap((organization) => {
      const other: Outsider = { ...stranger, organization };
      return (asCaller('*', other, asked) ?? asService('', other, asked)) ? [ofOrganization(organization, called)] : [];
    }),
  ];
}

function isDenial({ effect }: CompiledStatement): boolean {
  return effect === 'Deny';
}

/** Without knowing the own organization, nobody can say that another is meant. */
function ofOrganization(who: string, { organizationId }: Called): Found {
  return { whom: organizationId ? 'organization' : 'undetermined-organization', who };
}

/** An account, user, role or session. */
function byPrincipal(who: string, asked: StatementAsked): readonly Found[] {
  // The unique id of somebody who was deleted, or an identity of CloudFront's: neither is an account.
  const account = /^\d{12}$/.test(who) ? who : (who.split(':')[4] ?? '');
  if (!/^\d{12}$/.test(account) || !isElsewhere(account, asked)) return [];
  const outsider: Outsider = { account, anybody: false };
  const others = namedOrganizations(asked.statement).filter((each) => each !== asked.called.organizationId);
  for (const organization of [undefined, ...others]) {
    const needs = asCaller(who, { ...outsider, ...(organization && { organization }) }, asked);
    if (needs) return accountFound(account, needs);
  }
  return [];
}

/** A service acts on behalf of whoever configured it: of anybody, or of the accounts that conditions name. */
function byService(who: string, asked: StatementAsked): readonly Found[] {
  const needs = actingServices(asked.resource.kind).includes(who) ? asService(who, stranger, asked) : undefined;
  if (needs) return [isUnclear(needs) ? { whom: 'unclear', who } : { whom: 'service', who }];
  return namedAccounts(asked.statement)
    .filter((account) => isElsewhere(account, asked))
    .flatMap((account) => accountFound(account, asService(who, { account, anybody: false }, asked)));
}

function isElsewhere(account: string, { called, resource }: StatementAsked): boolean {
  return account !== called.account && !isLogAccount(account, resource.kind);
}

function asCaller(who: string, outsider: Outsider, asked: StatementAsked): readonly Need[] | undefined {
  const keys = callerKeys(outsider, asked.called);
  return tryStatement({ ...asked, keys, denies: (each) => deniesCaller(each, who, outsider.account) });
}

function asService(service: string, outsider: Outsider, asked: StatementAsked): readonly Need[] | undefined {
  const keys = serviceKeys(service, outsider, asked.called);
  return tryStatement({ ...asked, keys, denies: (each) => deniesService(each, service) });
}

/**
 * Who of everybody is let in where these needs are met: nobody from outside where all must come through a network of the
 * account's own, or through a function's URL, which is judged as an endpoint.
 */
function publicKind(needs: readonly Need[] | undefined): ShareKind | undefined {
  if (!needs || isAny(needs, /^(private-network|function-url)$/)) return undefined;
  if (isUnclear(needs) || needs.includes('identity')) return 'unclear';
  return needs.includes('address') ? 'network' : 'anyone';
}

/** An account that is named is let in from wherever it may come, unless nobody can tell what the statement says. */
function accountFound(who: string, needs: readonly Need[] | undefined): readonly Found[] {
  if (!needs) return [];
  return [isUnclear(needs) ? { whom: 'unclear', who: `the account ${who}` } : { whom: 'account', who }];
}

function isUnclear(needs: readonly Need[]): boolean {
  return isAny(needs, /^(not )?(malformed|organization|resource-tag)\b/);
}

function isAny(needs: readonly Need[], kind: RegExp): boolean {
  return needs.some((need) => kind.test(need));
}

function distinct(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.map((each) => [`${each.whom} ${each.who}`, each])).values()];
}
