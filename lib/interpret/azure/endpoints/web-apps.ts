import type { AzureEndpoint } from '../../../model/azure/endpoint.ts';
import type { Family } from '../../../model/network/exposure.ts';
import { armKey } from '../../../model/azure/arm-id.ts';
import { flagIn, itemsOf, objectIn, outputsOf, valuesOf, wordIn, type JsonObject } from '../../json-object.ts';
import type { Answers } from '../../part.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import { everybody, type ReadRules } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { notAnswered, publicAccess, type PublicAccess } from './public-access.ts';
import { siteRules } from './site-rules.ts';

/** Web apps and function apps, with the sites by which they are deployed. */
export const webApps = appsIn('Microsoft.Web/sites');

/** Deployment slots of apps: apps of their own. */
export const appSlots = appsIn('Microsoft.Web/sites/slots');

function appsIn(operation: string): AzureEndpointSource {
  const configOperation = `${operation}/config`;
  return {
    kinds: ['web-app', 'web-app-scm'],
    operation,
    more: [configOperation],
    endpoints: (answers) => {
      const configs = configsIn(answers, configOperation);
      return itemsOf(answers, operation).flatMap((site) => {
        const config = configs.get(armKey(namedIn(site).id));
        return doorsOf({ site, config, operation, configOperation });
      });
    },
  };
}

interface Site {
  readonly site: JsonObject;
  readonly config: JsonObject | undefined;
  readonly operation: string;
  readonly configOperation: string;
}

/** The configuration `web` of each app, by the app's id. */
function configsIn(answers: Answers, operation: string): ReadonlyMap<string, JsonObject> {
  return new Map(
    [...outputsOf(answers, operation)].flatMap(([id, output]) => {
      const all = valuesOf(output, operation);
      const web =
        all.find((each) => /^(.*\/)?web$/i.test(wordIn(each, 'name') ?? '')) ?? (all.length === 1 ? all[0] : undefined);
      return web ? [[armKey(id), propertiesIn(web)] as const] : [];
    }),
  );
}

/** The site that people use, and the one by which it is deployed. The latter answers even while the app is stopped. */
function doorsOf({ site, config, operation, configOperation }: Site): readonly AzureEndpoint[] {
  const properties = propertiesIn(site);
  const open = openIn({ site, config, operation, configOperation });
  const rules = (list: 'main' | 'scm'): ReadRules =>
    config
      ? siteRules(config, list, configOperation)
      : { access: everybody, unread: [notAnswered(configOperation, namedIn(site).id)] };
  const families = familiesOf(properties);
  const traits = { operation, ruleOperation: configOperation, open, families };
  const ports = flagIn(properties, 'httpsOnly') ? [443] : [80, 443];
  const app = endpointOf(site, { ...traits, kind: 'web-app', ports, strength: 'open', rules: rules('main') });
  const scm = endpointOf(site, { ...traits, kind: 'web-app-scm', rules: rules('scm') });
  const name = `${scm.name}-scm`;
  return [
    { ...app, ...(isStopped(properties) && { idle: true }) },
    { ...scm, id: name, name, arn: `${scm.arn}/scm`, ...(flagIn(properties, 'enabled') === false && { idle: true }) },
  ];
}

/**
 * Where nothing is said an app is open, until a private endpoint leads to it ("App Service access restrictions"). In an
 * App Service Environment, which may be internal, only the environment knows.
 */
function openIn({ site, config, operation }: Site): PublicAccess {
  const properties = propertiesIn(site);
  const said = wordIn(properties, 'publicNetworkAccess') ?? (config && wordIn(config, 'publicNetworkAccess'));
  const open = publicAccess({ ...properties, publicNetworkAccess: said }, operation, 'automatic');
  if (open.stop || !objectIn(properties, 'hostingEnvironmentProfile')) return open;
  return { unread: [...open.unread, notAnswered('Microsoft.Web/hostingEnvironments', namedIn(site).id)] };
}

function isStopped(properties: JsonObject): boolean {
  return wordIn(properties, 'state')?.toLowerCase() === 'stopped' || flagIn(properties, 'enabled') === false;
}

function familiesOf(properties: JsonObject): readonly Family[] {
  const mode = wordIn(properties, 'ipMode')?.toLowerCase();
  if (mode === 'ipv6') return ['ipv6'];
  return mode === 'ipv4andipv6' ? ['ipv4', 'ipv6'] : ['ipv4'];
}
