import { isObject, listOf, objectsIn, rawPolicy, type JsonObject } from './raw-policy.ts';

/** The services that may take on a role of an account. */
export interface TrustedServices {
  /** Whether a role's trust policy names the service: `lambda` for `lambda.amazonaws.com`, in any partition or region. */
  include(service: string): boolean;
}

/**
 * Which services a role trusts, by the answer of iam:GetAccountAuthorizationDetails. A resource runs only with a role of
 * its own account that trusts its service ("Grant permissions to pass a role to a service", IAM User Guide), so where no
 * role trusts it, none can. Conditions and Deny statements are not weighed; a trust policy that names everybody, or that
 * cannot be read, may name any service.
 */
export function trustedServices(details: unknown): TrustedServices {
  const roles = objectsIn(details, 'RoleDetailList');
  const names = new Set(roles.flatMap(({ AssumeRolePolicyDocument }) => principalsOf(AssumeRolePolicyDocument)));
  const anyone = names.has('*');
  return { include: (service) => anyone || [...names].some((name) => name.startsWith(`${service}.`)) };
}

/** The services that a trust policy names; `*` for any. */
function principalsOf(document: unknown): readonly string[] {
  const parsed = rawPolicy(document);
  if (!parsed) return ['*'];
  return objectsIn(parsed, 'Statement')
    .flatMap(({ Principal }) => (isObject(Principal) ? namesIn(Principal) : ['*']))
    .map((name) => String(name).toLowerCase());
}

/** Everybody can be named as an account, too: `"AWS": "*"` says the same as `"*"` ("Principal", IAM User Guide). */
function namesIn(principal: JsonObject): readonly unknown[] {
  return listOf(principal['AWS']).includes('*') ? ['*'] : listOf(principal['Service']);
}
