import type { ApplicationReview, ReviewedApplication } from '../../model/entra/application-review.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';

/** Enterprise applications of third parties: whoever consented to one uses a service of somebody else. `users`: names by object id. */
export function entraUses(
  tenant: string,
  { applications }: ApplicationReview,
  users: ReadonlyMap<string, string>,
): readonly ServiceUse[] {
  return applications
    .filter(({ class: kind, servicePrincipal }) => kind === 'thirdParty' && servicePrincipal)
    .map((each) => useOf(tenant, each, users));
}

function useOf(tenant: string, application: ReviewedApplication, users: ReadonlyMap<string, string>): ServiceUse {
  const { appId, name, servicePrincipal, consentedBy, grants, lastUsed } = application;
  const nameOf = (id: string): string => users.get(id) ?? id;
  const [person] = consentedBy;
  return {
    provider: 'entra',
    account: tenant,
    region: 'global',
    key: appId.toLowerCase(),
    ...(servicePrincipal?.publisherTenant !== undefined && { vendor: servicePrincipal.publisherTenant }),
    name,
    examples: servicePrincipal ? [servicePrincipal.id] : [],
    sightings: [
      {
        layer: 'application',
        operation: '/servicePrincipals',
        ref: servicePrincipal?.id ?? appId,
        ...(servicePrincipal?.created && { firstSeen: servicePrincipal.created.toISOString() }),
        ...(lastUsed && { lastSeen: lastUsed.toISOString() }),
        ...(person !== undefined && { by: nameOf(person) }),
      },
      ...grants.slice(0, 5).map(({ id, user }) => ({
        layer: 'application' as const,
        operation: '/oauth2PermissionGrants',
        ref: id,
        ...(user !== undefined && { by: nameOf(user) }),
      })),
    ],
    isAutomatic: false,
  };
}
