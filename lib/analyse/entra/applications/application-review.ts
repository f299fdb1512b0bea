import { dayOf, daysBetween } from '../../../model/days.ts';
import type { Application, ServicePrincipal } from '../../../model/entra/application.ts';
import type {
  ApplicationClass,
  ApplicationConcern,
  ApplicationReview,
  ReviewedApplication,
} from '../../../model/entra/application-review.ts';
import { graphAppId } from '../../../model/entra/graph-app.ts';
import type { ApprovedApplication } from '../../../model/standard.ts';
import type { AnalysisDefinition, EntraSources } from '../../analysis.ts';
import { privilegedPermissions } from '../privilege/privileged-permissions.ts';
import { isRiskyScope, tenantWideData } from './delegated-scopes.ts';
import { heldCredentials } from './held-credentials.ts';

/** Which applications a tenant has, what they can do, and which nobody approved. */
export const applicationReview: AnalysisDefinition<'entra.applicationReview'> = {
  per: 'entra-tenant',
  requires: ['entra.servicePrincipals'],
  uses: [
    'entra.appActivity',
    'entra.applications',
    'entra.appRoleAssignments',
    'entra.permissionGrants',
    'entra.tenant',
  ],
  analyse: reviewApplications,
};

/** The tenants that Microsoft's own applications belong to ("Verify first-party Microsoft applications in sign-in reports"). */
const microsoft: ReadonlySet<string> = new Set([
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '72f988bf-86f1-41af-91ab-2d7cd011db47',
]);

function reviewApplications(sources: EntraSources): ApplicationReview {
  const { part } = sources;
  const registrations = new Map((part('entra.applications') ?? []).map((each) => [each.appId, each]));
  const principals = part('entra.servicePrincipals') ?? [];
  const withPrincipal = new Set(principals.map(({ appId }) => appId));
  const alone = [...registrations.values()].filter(({ appId }) => !withPrincipal.has(appId));
  const review = reviewer(sources, principals);
  return {
    applications: [
      ...principals.map((principal) => review(principal, registrations.get(principal.appId))),
      ...alone.map((registration) => review(undefined, registration)),
    ],
    unread: {
      grants: !part('entra.permissionGrants'),
      permissions: !part('entra.appRoleAssignments'),
      activity: !part('entra.appActivity'),
    },
  };
}

type Review = (principal: ServicePrincipal | undefined, registration: Application | undefined) => ReviewedApplication;

function reviewer({ part, standard, unit, asOf }: EntraSources, principals: readonly ServicePrincipal[]): Review {
  const own = part('entra.tenant')?.id ?? unit.tenant.toLowerCase();
  const grants = Map.groupBy(part('entra.permissionGrants') ?? [], ({ client }) => client);
  const permissions = Map.groupBy(part('entra.appRoleAssignments') ?? [], ({ principal }) => principal);
  const graph = new Set(principals.filter(({ appId }) => appId === graphAppId).map(({ id }) => id));
  const activity = part('entra.appActivity');
  return (principal, registration) => {
    const appId = principal?.appId ?? registration?.appId ?? '';
    const held = (permissions.get(principal?.id ?? '') ?? []).flatMap(({ resource, role }) =>
      graph.has(resource) ? (tenantWideData.get(role) ?? privilegedPermissions.get(role)?.name ?? []) : [],
    );
    const kind = classOf(principal, own);
    const entry = standard.approved.applications.find((each) => isSame(each, appId, principal));
    const today = dayOf(asOf);
    const isEnded = entry?.until !== undefined && entry.until < today;
    const lastUsed = activity?.get(appId);
    const found: Omit<ReviewedApplication, 'concerns'> = {
      appId,
      name: principal?.name ?? registration?.name ?? appId,
      ...(principal && { servicePrincipal: principal }),
      ...(registration && { registration }),
      class: kind,
      isApproved: kind !== 'thirdParty' || (entry !== undefined && !isEnded),
      ...(isEnded && { endedOn: entry.until }),
      credentials: heldCredentials(registration, principal, standard.entra, asOf),
      permissions: [...new Set(held)].toSorted(),
      grants: grants.get(principal?.id ?? '') ?? [],
      consentedBy: (grants.get(principal?.id ?? '') ?? []).flatMap(({ user }) => user ?? []),
      ...(lastUsed && { lastUsed }),
    };
    return {
      ...found,
      concerns: concernsOf(found, isUnused(found, standard.thresholds, asOf, activity !== undefined)),
    };
  };
}

function classOf(principal: ServicePrincipal | undefined, own: string): ApplicationClass {
  if (!principal || principal.isManagedIdentity) return 'internal';
  const { publisherTenant } = principal;
  if (publisherTenant !== undefined && microsoft.has(publisherTenant)) return 'microsoft';
  // Without an owner it is a service of Azure's in this tenant, or of an unknown one: only the own tenant's is its own.
  return publisherTenant === own ? 'internal' : 'thirdParty';
}

function isSame(entry: ApprovedApplication, appId: string, principal: ServicePrincipal | undefined): boolean {
  return (
    entry.appId.toLowerCase() === appId &&
    (entry.publisherTenant === undefined || entry.publisherTenant === principal?.publisherTenant)
  );
}

/** Used, not used for too long, or without a record: that is no proof. Undefined where it does not matter. */
function isUnused(
  { class: kind, servicePrincipal, lastUsed }: Omit<ReviewedApplication, 'concerns'>,
  { staleDays, graceDays }: EntraSources['standard']['thresholds'],
  asOf: Date,
  isRead: boolean,
): 'unusedApp' | 'noActivityRecord' | undefined {
  if (!isRead || kind === 'microsoft' || !servicePrincipal?.enabled) return undefined;
  if (lastUsed) return daysBetween(lastUsed, asOf) > staleDays ? 'unusedApp' : undefined;
  const { created } = servicePrincipal;
  return created && daysBetween(created, asOf) <= graceDays ? undefined : 'noActivityRecord';
}

function concernsOf(
  application: Omit<ReviewedApplication, 'concerns'>,
  unused: 'unusedApp' | 'noActivityRecord' | undefined,
): ReadonlySet<ApplicationConcern> {
  const {
    class: kind,
    isApproved,
    endedOn,
    servicePrincipal,
    credentials,
    permissions,
    grants,
    consentedBy,
  } = application;
  const isForeign = kind === 'thirdParty';
  const isConnected =
    servicePrincipal !== undefined && (servicePrincipal.enabled || grants.length + permissions.length > 0);
  const concerns: Readonly<Record<ApplicationConcern, boolean>> = {
    endedServiceStillConnected: endedOn !== undefined && isConnected,
    expiredCredential: credentials.some(({ isExpired }) => isExpired),
    longLivedCertificate: credentials.some(({ isLongLived, kind: of }) => isLongLived && of === 'certificate'),
    longLivedSecret: credentials.some(({ isLongLived, kind: of }) => isLongLived && of === 'secret'),
    noActivityRecord: unused === 'noActivityRecord',
    riskyDelegatedScope: kind !== 'microsoft' && grants.some(({ scopes }) => scopes.some(isRiskyScope)),
    tenantWideDataPermission: kind !== 'microsoft' && permissions.some((name) => isTenantWideData(name)),
    unapprovedService: isForeign && !isApproved && endedOn === undefined,
    unusedApp: unused === 'unusedApp',
    unverifiedPublisher: isForeign && servicePrincipal?.isVerifiedPublisher === false,
    userConsent: kind !== 'microsoft' && consentedBy.length > 0,
  };
  const names = Object.keys(concerns) as ApplicationConcern[];
  return new Set(names.filter((name) => concerns[name]));
}

function isTenantWideData(permission: string): boolean {
  return [...tenantWideData.values()].includes(permission);
}
