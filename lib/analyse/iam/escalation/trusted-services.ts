import type { CompiledPolicy, CompiledStatement } from '../policy/compiled-policy.ts';
import { decide, policyLayer } from '../policy/decide.ts';
import type { Identity } from './identity.ts';
import { newResourceTechniques } from './new-resource-techniques.ts';
import { requestKeys } from './request-keys.ts';
import { carrierServices } from './carrier-services.ts';
import type { World } from './world.ts';

const services = [
  ...new Set([...newResourceTechniques.map(({ service }) => service), ...Object.values(carrierServices)]),
];

/** The service principals, of those that techniques use, that may assume a role on behalf of its own account. */
export function trustedServices(role: Identity, world: Omit<World, 'services'>): ReadonlySet<string> {
  const trust = world.trusts.get(role.arn);
  if (!trust || !trust.statements.some(({ principal }) => principal && principal.service.length > 0)) return new Set();
  return new Set(services.filter((service) => trusts(role, trust, service, world)));
}

function trusts(role: Identity, trust: CompiledPolicy, service: string, world: Omit<World, 'services'>): boolean {
  const concerns = (statement: CompiledStatement): boolean => namesService(statement, service);
  if (!trust.statements.some((statement) => statement.effect === 'Allow' && concerns(statement))) return false;
  const call = {
    action: 'sts:assumerole',
    resource: role.arn,
    resourceTags: role.tags,
    // The service acts for this account, and for a resource that the caller names.
    fixed: {
      'aws:sourceaccount': { values: [world.account] },
      'aws:sourcearn': { options: [], free: true },
      ...(world.organizationId && { 'aws:sourceorgid': { values: [world.organizationId] } }),
    },
  };
  const request = { action: call.action, resource: role.arn, keys: requestKeys(role, call, world) };
  return decide([policyLayer('trust', [trust], { concerns })], request).outcome !== 'denied';
}

/** A region may stand in a service principal: `states.eu-west-1.amazonaws.com`. */
function namesService({ principal }: CompiledStatement, service: string): boolean {
  if (!principal) return false;
  const named = principal.service.some(
    (each) => each.replace(/\.[a-z]{2}(-[a-z]+)+-\d(?=\.amazonaws\.com)/, '') === service,
  );
  return named !== principal.negated;
}
