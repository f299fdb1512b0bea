import type { Resource } from '../resource.ts';
import type { ReviewedApplication } from './application-review.ts';
import { entraResource } from './entra-resource.ts';

/** An application as what a finding is about: the enterprise application, else the registration. */
export function applicationResource(
  tenant: string,
  { servicePrincipal, registration, name, appId }: ReviewedApplication,
): Resource {
  const id = servicePrincipal?.id ?? registration?.id ?? appId;
  return entraResource(tenant, servicePrincipal ? 'service-principal' : 'application', { id, name });
}
