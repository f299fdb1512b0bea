import type { AzureEndpoint } from '../../../model/azure/endpoint.ts';
import type { Block, Exposure, OpenRule, Reach } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import type { Unread } from '../../../model/unread.ts';
import type { AddressSet } from '../../network/address-set.ts';
import { internetHop } from '../../network/hops.ts';
import { isWorldwide, ServiceTags, sourcesIn } from '../network/client-space.ts';
import { admitted, isTag } from './admitted.ts';

/** The exposure of a platform service's endpoint: who on the internet gets to it, as far as its own settings say. */
export function endpointExposure(endpoint: AzureEndpoint): Exposure {
  const { kind, id, arn, name, tags, location, stop, idle } = endpoint;
  const unread = [...endpoint.unread, ...oddWords(endpoint)];
  const named = { kind, id, arn, name, tags, location };
  const reaches = endpoint.families.flatMap((family) => reachesIn(endpoint, family));
  const block: Block | undefined = stop ?? (reaches.length === 0 && unread.length === 0 ? 'service-rules' : undefined);
  if (block) return closed(named, endpoint, block);
  if (unread.length > 0) return { ...named, verdict: 'unknown', reaches, unread };
  if (idle) return { ...named, verdict: 'latent', reaches, ...stoppedBy(endpoint, 'not-running'), unread: [] };
  return { ...named, verdict: verdictOf(endpoint, reaches), reaches, unread: [] };
}

function verdictOf({ strength }: AzureEndpoint, reaches: readonly Reach[]): Exposure['verdict'] {
  if (strength === 'authenticated') return 'authenticated';
  return reaches.some((reach) => reach.strength === 'open') ? 'exposed' : 'conditional';
}

type Named = Pick<Exposure, 'kind' | 'id' | 'arn' | 'name' | 'tags' | 'location'>;

/** What keeps everybody out now, and rules that would let the whole internet in as soon as it is gone. */
function closed(named: Named, endpoint: AzureEndpoint, block: Block): Exposure {
  const openRules = leftOpen(endpoint);
  const verdict = openRules.length > 0 ? 'rule-open' : 'closed';
  return { ...named, verdict, reaches: [], openRules, ...stoppedBy(endpoint, block), unread: [] };
}

/** Rules count that somebody wrote: that everybody may come where there are none is nobody's rule. */
function leftOpen({ access, families, ports }: AzureEndpoint): readonly OpenRule[] {
  const written = { ...access, otherwise: 'deny' } as const;
  return families.flatMap((family): readonly OpenRule[] => {
    const { open } = admitted(written, family, new ServiceTags());
    if (!isWorldwide(open, family)) return [];
    return ports.map((port) => ({ family, protocol: 'tcp', fromPort: port, toPort: port }));
  });
}

function stoppedBy(endpoint: AzureEndpoint, block: Block): Pick<Exposure, 'blockedBy' | 'blockedPath'> {
  const path = pathTo(endpoint);
  // What the rules refuse never comes to the endpoint; everything else is the endpoint's own doing.
  const passed = block === 'service-rules' ? path.slice(0, 2) : [internetHop, ...path.slice(-1)];
  return {
    blockedBy: block,
    blockedPath: passed.map((hop, at) => (at === passed.length - 1 ? { ...hop, stops: true } : hop)),
  };
}

function reachesIn(endpoint: AzureEndpoint, family: Reach['family']): readonly Reach[] {
  const tags = new ServiceTags();
  const { open, conditional } = admitted(endpoint.access, family, tags);
  const reach = (set: AddressSet, strength: Reach['strength']): readonly Reach[] => {
    if (set.length === 0) return [];
    const sources = sourcesIn(set, family, tags);
    if (sources.length === 0) return [];
    const path = pathTo(endpoint);
    return endpoint.ports.map((port) => {
      return { family, protocol: 'tcp', fromPort: port, toPort: port, sources, strength, path };
    });
  };
  return [...reach(open, endpoint.strength), ...reach(conditional, 'conditional')];
}

/** The internet, the rules where they are told apart, and the endpoint. */
function pathTo(endpoint: AzureEndpoint): readonly Hop[] {
  const { arn, name, operation, ruleOperation } = endpoint;
  const rule = given(lettingIn(endpoint));
  const last: Hop = { kind: 'endpoint', id: arn, name, operation };
  if (ruleOperation === undefined) return [internetHop, { ...last, ...rule }];
  return [internetHop, { kind: 'policy', id: arn, ...rule, operation: ruleOperation }, last];
}

function given(rule: string): Pick<Hop, 'rule'> {
  return rule === '' ? {} : { rule };
}

/** The rules that let somebody in; and that those may come whom no rule is about, where rules are told apart. */
function lettingIn({ access, ruleOperation }: AzureEndpoint): string {
  const letting = access.rules.filter(({ action, sources }) => action === 'allow' && sources.length > 0);
  const said = letting.slice(0, 5).map(({ name, sources }) => `${name} ${sources.join(', ')}`.trim());
  const rest = access.otherwise === 'allow' && ruleOperation !== undefined ? ['defaultAction Allow'] : [];
  return [...said, ...(letting.length > 5 ? ['…'] : []), ...rest].join('; ');
}

/** Words in rules that are neither addresses nor names of service tags. */
function oddWords({ access, ruleOperation, operation }: AzureEndpoint): readonly Unread[] {
  const words = access.rules.flatMap(({ sources }) =>
    sources.filter((word) => isTag(word) && !/^[a-z][\w.]*$/i.test(word)),
  );
  return words.slice(0, 1).map((word) => {
    const message = `a rule names "${word}", which is neither an address nor a service tag`;
    return { operation: ruleOperation ?? operation, code: 'UnknownValue', message };
  });
}
