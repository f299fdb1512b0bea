import type { AccessRule, AzureEndpoint } from '../../../model/azure/endpoint.ts';
import { flagIn, itemsOf, numberIn, objectIn, objectsIn, wordIn, type JsonObject } from '../../json-object.ts';
import { propertiesIn } from '../arm-resource.ts';
import type { ReadRules } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { notUnderstood, type PublicAccess } from './public-access.ts';

const operation = 'Microsoft.App/containerApps';

/** Container apps by their ingress. Whether their environment is an internal one is the environment's to say. */
export const containerApps: AzureEndpointSource = {
  kinds: ['container-app'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each): AzureEndpoint => {
      const properties = propertiesIn(each);
      const ingress = objectIn(objectIn(properties, 'configuration') ?? {}, 'ingress');
      const isStopped = wordIn(properties, 'runningStatus')?.toLowerCase() === 'stopped';
      return {
        ...endpointOf(each, {
          kind: 'container-app',
          operation,
          ports: portsOf(ingress ?? {}),
          strength: 'open',
          open: openIn(ingress),
          rules: rulesIn(ingress ?? {}),
        }),
        ...(isStopped && { idle: true }),
      };
    }),
};

function openIn(ingress: JsonObject | undefined): PublicAccess {
  if (!ingress) return { stop: 'no-ingress', unread: [] };
  return flagIn(ingress, 'external') ? { unread: [] } : { stop: 'private-endpoint', unread: [] };
}

function portsOf(ingress: JsonObject): readonly number[] {
  const exposed = numberIn(ingress, 'exposedPort');
  if (wordIn(ingress, 'transport')?.toLowerCase() === 'tcp' && exposed) return [exposed];
  return flagIn(ingress, 'allowInsecure') ? [80, 443] : [443];
}

/** All rules have one action: those that allow keep everybody else out, those that deny nobody else ("ipSecurityRestrictions"). */
function rulesIn(ingress: JsonObject): ReadRules {
  const told = objectsIn(ingress, 'ipSecurityRestrictions').map((rule) => ({
    name: wordIn(rule, 'name') ?? '',
    action: (wordIn(rule, 'action') ?? '').toLowerCase(),
    sources: [wordIn(rule, 'ipAddressRange') ?? ''].filter(Boolean),
  }));
  const isConditional = wordIn(ingress, 'clientCertificateMode')?.toLowerCase() === 'require';
  const rules = told.flatMap(({ name, action, sources }): readonly AccessRule[] =>
    action === 'allow' || action === 'deny' ? [{ name, action, sources, priority: 0 }] : [],
  );
  const odd = told.filter(({ action }) => action !== 'allow' && action !== 'deny');
  const allows = rules.some(({ action }) => action === 'allow');
  return {
    access: isConditional ? certified(rules, allows) : { rules, otherwise: allows ? 'deny' : 'allow' },
    unread: odd.map(({ name, action }) => notUnderstood(operation, `the action of rule ${name} is "${action}"`)),
  };
}

/** A client's certificate is asked for, and the platform refuses those who bring none. */
function certified(rules: readonly AccessRule[], allows: boolean): ReadRules['access'] {
  const narrowed = rules.map((rule): AccessRule => (rule.action === 'allow' ? { ...rule, conditional: true } : rule));
  if (allows) return { rules: narrowed, otherwise: 'deny' };
  const all: AccessRule = {
    name: 'clientCertificateMode',
    action: 'allow',
    priority: 1,
    sources: ['any'],
    conditional: true,
  };
  return { rules: [...narrowed, all], otherwise: 'deny' };
}
