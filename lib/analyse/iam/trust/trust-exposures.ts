import { outsiderKinds, type TrustExposure, type TrustKind } from '../../../model/aws/trust-exposure.ts';
import type { CompiledPolicy, CompiledStatement } from '../policy/compiled-policy.ts';
import { decide, policyLayer, type Decision, type Layer } from '../policy/decide.ts';
import { anyValue, missing, type KeyStates } from '../policy/request.ts';
import { anybodysAccount, outsiderKeys, type Outsider } from './outsider-keys.ts';
import { sharedProvider, strangersToken } from './web-identity-keys.ts';

/** Whose account the role is in, and who belongs to it. */
export interface TrustContext {
  readonly account: string;
  readonly asOf: Date;
  /** Accounts of the organization, as far as they are known. */
  readonly organizationAccounts: ReadonlySet<string>;
  /** The account's own organization, where it is known. */
  readonly organizationId?: string;
  /** Resource control policies above the account. */
  readonly resourceControl: readonly Layer[];
}

/** Every way into a role, by its trust policy alone. Pure. */
export function trustExposures(trust: CompiledPolicy, context: TrustContext): readonly TrustExposure[] {
  return trust.statements.flatMap((statement) => {
    if (statement.effect !== 'Allow' || !statement.principal || statement.principal.negated) return [];
    const { anyone, aws, service, federated } = statement.principal;
    const found = [
      ...(anyone ? [byEverybody(statement, trust, context)] : []),
      ...aws.map((who) => byPrincipal(who, statement, trust, context)),
      ...federated.map((who) => byProvider(who, statement, trust, context)),
      ...service.map((who) => byService(who, statement, trust, context)),
    ];
    const { index, sid } = statement;
    return found.map(({ kind, who }) => ({
      kind,
      who,
      exposed: exposing.has(kind),
      statement: index,
      ...(sid && { sid }),
    }));
  });
}

const exposing: ReadonlySet<TrustKind> = new Set(outsiderKinds);

interface Found {
  readonly kind: TrustKind;
  readonly who: string;
}

/** `Principal: "*"`: anybody at all, or those that conditions leave over. */
function byEverybody(statement: CompiledStatement, trust: CompiledPolicy, context: TrustContext): Found {
  const answer = asOutsider({ account: anybodysAccount, anybody: true }, statement, trust, context);
  if (answer.outcome !== 'denied') return { kind: publicKind(answer), who: '*' };
  for (const account of namedInConditions(statement)) {
    if (account === context.account || context.organizationAccounts.has(account)) continue;
    const named = asOutsider({ account, anybody: false }, statement, trust, context);
    if (named.outcome !== 'denied') return { kind: thirdPartyKind(named), who: account };
  }
  for (const organization of organizationsInConditions(statement)) {
    if (organization === context.organizationId) continue;
    const other = asOutsider({ account: anybodysAccount, anybody: true, organization }, statement, trust, context);
    // Without knowing the own organization, nobody can say that another is meant.
    if (other.outcome !== 'denied' && context.organizationId) return { kind: thirdPartyKind(other), who: organization };
  }
  return { kind: isDead(statement) ? 'dead-condition' : 'org', who: '*' };
}

function organizationsInConditions({ conditions }: CompiledStatement): readonly string[] {
  const values = conditions.filter(({ key }) => key === 'aws:principalorgid').flatMap((each) => each.values);
  return [...new Set(values.filter((value) => /^o-[a-z0-9]+$/.test(value)))];
}

function publicKind(answer: Exclude<Decision, { outcome: 'denied' }>): TrustKind {
  const needs = answer.outcome === 'allowed' ? [] : answer.needs;
  if (needs.includes('external-id')) return 'shared-secret';
  return needs.length > 0 ? 'public-from-network' : 'public';
}

/** An account, user, role or session. */
function byPrincipal(who: string, statement: CompiledStatement, trust: CompiledPolicy, context: TrustContext): Found {
  // The unique id of somebody who was deleted: a new principal of that name has another.
  if (/^A[A-Z]{3}[A-Z0-9]{12,}$/.test(who)) return { kind: 'dead-principal', who };
  const account = /^\d{12}$/.test(who) ? who : who.split(':')[4];
  if (!account) return { kind: 'dead-principal', who };
  if (account === context.account) return { kind: 'own-account', who };
  if (context.organizationAccounts.has(account)) return { kind: 'org-account', who };
  const answer = asOutsider({ account, anybody: false }, statement, trust, context);
  if (answer.outcome === 'denied') return { kind: 'dead-condition', who };
  return { kind: thirdPartyKind(answer), who };
}

function thirdPartyKind(answer: Exclude<Decision, { outcome: 'denied' }>): TrustKind {
  const needs = answer.outcome === 'allowed' ? [] : answer.needs;
  return needs.includes('external-id') ? 'third-party' : 'third-party-no-external-id';
}

function asOutsider(
  outsider: Outsider,
  statement: CompiledStatement,
  trust: CompiledPolicy,
  context: TrustContext,
): Decision {
  const keys = outsiderKeys(outsider, trust, context.asOf);
  const denies = (each: CompiledStatement): boolean => deniesOutsider(each, outsider.account);
  return tryWith('sts:assumerole', keys, statement, trust, context, denies);
}

/** Whether a Deny is about somebody of another account. */
function deniesOutsider({ principal }: CompiledStatement, account: string): boolean {
  if (!principal) return false;
  const named = principal.anyone || principal.aws.some((each) => each === account || each.split(':')[4] === account);
  return named !== principal.negated;
}

/** Decides one action by one Allow statement, against every Deny that concerns whoever asks. */
function tryWith(
  action: string,
  keys: KeyStates,
  statement: CompiledStatement,
  trust: CompiledPolicy,
  { resourceControl }: TrustContext,
  denies: (each: CompiledStatement) => boolean,
): Decision {
  const concerns = (each: CompiledStatement): boolean => (each.effect === 'Allow' ? each === statement : denies(each));
  return decide([policyLayer('trust', [trust], { concerns }), ...resourceControl], { action, resource: '*', keys });
}

const conditionAccount = /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::.*)?$/;

function namedInConditions({ conditions }: CompiledStatement): readonly string[] {
  const values = conditions
    .filter(({ key }) => /^aws:principal(arn|account)$/.test(key))
    .flatMap((each) => each.values);
  return [...new Set(values.flatMap((value) => conditionAccount.exec(value)?.[1] ?? []))];
}

/** Whether an exact comparison holds a wildcard: it is then taken literally, and nothing ever matches. */
function isDead({ conditions }: CompiledStatement): boolean {
  return conditions.some(
    ({ operator, values }) =>
      operator === 'StringEquals' && values.length > 0 && values.every((value) => /[*?]/.test(value)),
  );
}

function byProvider(who: string, statement: CompiledStatement, trust: CompiledPolicy, context: TrustContext): Found {
  if (who.includes(':saml-provider/')) return { kind: 'federated', who };
  const host = who.replace(/^.*:oidc-provider\//, '');
  if (host === 'cognito-identity.amazonaws.com') return { kind: cognitoKind(statement, trust, context), who };
  const provider = sharedProvider(host);
  if (provider) {
    const keys = strangersToken(provider, trust);
    const concerns = (each: CompiledStatement): boolean => each.principal !== undefined;
    const answer = tryWith('sts:assumerolewithwebidentity', keys, statement, trust, context, concerns);
    if (answer.outcome !== 'denied')
      return { kind: hasSubject(statement, host) ? 'oidc-prefix' : 'oidc-any-repository', who };
    return { kind: subjectKind(statement, host, provider), who };
  }
  if (host.startsWith('oidc.eks.')) return { kind: hasSubject(statement, host) ? 'ok' : 'cluster-wide', who };
  // Sign-in with Google, Amazon or Facebook: the audience is the one application that is meant.
  const isConsumer = /^(accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com)$/.test(host);
  const isTight = statement.conditions.some(({ key, operator }) => key.startsWith(`${host}:`) && operator !== 'Null');
  return { kind: isConsumer && !isTight ? 'oidc-any-repository' : 'federated', who };
}

function hasSubject({ conditions }: CompiledStatement, host: string): boolean {
  return conditions.some(({ key }) => key.startsWith(`${host}:`) && key !== `${host}:aud`);
}

/** What a subject that keeps strangers out lets in: nobody, the whole organisation, pull requests, or one branch or environment. */
function subjectKind(
  statement: CompiledStatement,
  host: string,
  { prefix, end }: { prefix: string; end: string },
): TrustKind {
  if (isDead(statement)) return 'dead-condition';
  const subjects = statement.conditions.filter(({ key }) => key === `${host}:sub`).flatMap(({ values }) => values);
  if (subjects.some((each) => each.endsWith(':pull_request'))) return 'oidc-pull-request';
  const isWhole = (subject: string): boolean => {
    const body = subject.slice(prefix.length);
    return body.slice(body.indexOf(end) + 1).startsWith('*');
  };
  return subjects.some(isWhole) || subjects.length === 0 ? 'oidc-org-wide' : 'ok';
}

/** Identity pools hand out identities to guests unless the role asks for `authenticated` ("Role trust and permissions", Amazon Cognito). */
function cognitoKind(statement: CompiledStatement, trust: CompiledPolicy, context: TrustContext): TrustKind {
  const host = 'cognito-identity.amazonaws.com';
  const token =
    (amr: string, pool: string): KeyStates =>
    (key) => {
      if (key === `${host}:aud`) return { values: [pool] };
      if (key === `${host}:amr`) return { values: [amr] };
      return key.startsWith(`${host}:`) ? { options: [], free: true } : missing;
    };
  const pools = statement.conditions.filter(({ key }) => key === `${host}:aud`).flatMap(({ values }) => values);
  const admits = (amr: string, pool: string): boolean => {
    const keys = token(amr, pool);
    const denies = (each: CompiledStatement): boolean => each.principal !== undefined;
    return tryWith('sts:assumerolewithwebidentity', keys, statement, trust, context, denies).outcome !== 'denied';
  };
  const anyPool = 'us-east-1:00000000-0000-0000-0000-000000000000';
  if (['authenticated', 'unauthenticated'].some((amr) => admits(amr, anyPool))) return 'cognito-any-pool';
  return pools.some((pool) => admits('unauthenticated', pool)) ? 'public-cognito' : 'federated';
}

/**
 * A service acts on behalf of whoever configured it. Passing a role needs iam:PassRole in its own account, so that is
 * safe; the account access manager names roles of other accounts without it ("Preparing roles", account access manager).
 */
function byService(who: string, statement: CompiledStatement, trust: CompiledPolicy, context: TrustContext): Found {
  if (who !== 'account-access.amazonaws.com') return { kind: 'service', who };
  const denies = ({ principal }: CompiledStatement): boolean =>
    principal !== undefined && (principal.anyone || principal.service.includes(who)) !== principal.negated;
  const answer = tryWith('sts:assumerole', strangersService, statement, trust, context, denies);
  return { kind: answer.outcome === 'denied' ? 'human-access-via-identity-center' : 'confused-deputy-service', who };
}

/** What condition keys are when a service acts for an account that nobody named. */
const strangersService: KeyStates = (key) => {
  if (key === 'aws:sourceaccount') return { values: [anybodysAccount] };
  if (key === 'aws:sourcearn') return { values: [`arn:aws:account-access:us-east-1:${anybodysAccount}:tenken`] };
  if (key === 'aws:sourceorgid') return { values: ['o-outsider'] };
  if (key === 'aws:sourceorgpaths') return { values: ['o-outsider/r-0000/ou-0000-00000000/'] };
  return anyValue;
};
