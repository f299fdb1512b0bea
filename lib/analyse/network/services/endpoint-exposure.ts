import { openRules } from '../../../model/aws/open-rules.ts';
import type { SecurityGroup } from '../../../model/aws/security-group.ts';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import type { Exposure, Family, OpenRule, Reach } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import { publicSpace } from '../../../model/network/public-space.ts';
import type { Unread } from '../../../model/unread.ts';
import { intersect, sameAddresses, toCidrs, type AddressSet } from '../address-set.ts';
import { internetHop } from '../hops.ts';
import { addressesOf } from '../traffic.ts';
import { policySources, type Admitted } from './policy-sources.ts';

/** The exposure of an endpoint of a service: who gets to it, as far as its own settings and its policy say. */
export function endpointExposure(endpoint: ServiceEndpoint, groups: readonly SecurityGroup[] | undefined): Exposure {
  const { kind, id, arn, name, tags, unread, stop } = endpoint;
  const named = { kind, id, arn, name, tags };
  const admitted = new Map(endpoint.families.map((family) => [family, admittedTo(endpoint, family)]));
  const rules = rulesOf(endpoint, groups, admitted);
  const open = rules && { openRules: rules };
  const isShared = endpoint.families.length === 0;
  const sure = reachesFrom(endpoint, admitted, 'sure');
  const possible = reachesFrom(endpoint, admitted, 'possible');
  if (stop) return closed(named, endpoint, stop, open);
  if (possible.length === 0 && !isShared) return closed(named, endpoint, 'resource-policy', open);
  if (unread.length > 0) return { ...named, verdict: 'unknown', reaches: possible, ...open, unread };
  if (endpoint.idle) {
    const blockedPath = [
      ...pathTo(endpoint),
      { kind: 'resource', id: arn, operation: endpoint.operation, stops: true },
    ] as const;
    return { ...named, verdict: 'latent', reaches: sure, ...open, blockedBy: 'not-running', blockedPath, unread: [] };
  }
  if (sure.length === 0 && !isShared) {
    return { ...named, verdict: 'unknown', reaches: possible, ...open, unread: [undecided(endpoint)] };
  }
  const verdict = endpoint.strength === 'open' ? 'exposed' : 'authenticated';
  return { ...named, verdict, reaches: sure, ...open, unread: [] };
}

type Named = Pick<Exposure, 'kind' | 'id' | 'arn' | 'name' | 'tags'>;

function closed(
  named: Named,
  endpoint: ServiceEndpoint,
  blockedBy: NonNullable<Exposure['blockedBy']>,
  open: Pick<Exposure, 'openRules'> | undefined,
): Exposure {
  const verdict = (open?.openRules?.length ?? 0) > 0 ? 'rule-open' : 'closed';
  const stopping = pathTo(endpoint).at(blockedBy === 'resource-policy' ? 1 : -1);
  const hop: Hop = { ...(stopping ?? internetHop), stops: true };
  return { ...named, verdict, reaches: [], ...open, blockedBy, blockedPath: [internetHop, hop], unread: [] };
}

/** A policy whose conditions ask for what no answer holds. */
function undecided({ policy, id }: ServiceEndpoint): Unread {
  const message = `a condition of the policy of ${id} asks for what its answers do not say`;
  return { operation: policy?.operation ?? '', code: 'NotInAnswer', message };
}

function admittedTo({ admits, policy, arn, strength }: ServiceEndpoint, family: Family): Admitted {
  const all = publicSpace[family];
  const blocks = admits ? intersect(addressesOf(admits, family), all) : all;
  // Whoever signs is let in by his own policies, too.
  if (!policy || (strength === 'authenticated' && policy.without === 'admits'))
    return { sure: blocks, possible: blocks };
  const { sure, possible } = policySources(policy, arn, family);
  return { sure: intersect(blocks, sure), possible: intersect(blocks, possible) };
}

function reachesFrom(
  endpoint: ServiceEndpoint,
  admitted: ReadonlyMap<Family, Admitted>,
  how: keyof Admitted,
): readonly Reach[] {
  return [...admitted].flatMap(([family, { [how]: set }]): readonly Reach[] => {
    if (set.length === 0) return [];
    const sources = sourcesOf(set, family);
    const path = pathTo(endpoint);
    return [{ family, protocol: 'tcp', fromPort: 443, toPort: 443, sources, strength: endpoint.strength, path }];
  });
}

function sourcesOf(set: AddressSet, family: Family): Reach['sources'] {
  return sameAddresses(set, publicSpace[family]) ? 'any' : toCidrs(set, family === 'ipv4' ? 32 : 128);
}

/** The internet, what lets through, and the endpoint. */
function pathTo({ arn, name, policy, admits, operation }: ServiceEndpoint): readonly Hop[] {
  const rule = admits && { rule: admits.join(', ') };
  return [
    internetHop,
    ...(policy ? [{ kind: 'policy', id: arn, operation: policy.operation } as const] : []),
    { kind: 'endpoint', id: arn, name, ...rule, operation },
  ];
}

/** What the whole internet is let in on by groups, where there are some, else by the policy and the service's own list. */
function rulesOf(
  { securityGroupIds, families, strength, admits, unread }: ServiceEndpoint,
  groups: readonly SecurityGroup[] | undefined,
  admitted: ReadonlyMap<Family, Admitted>,
): readonly OpenRule[] | undefined {
  if (securityGroupIds) {
    if (!groups) return undefined;
    const own = groups.filter(({ id }) => securityGroupIds.includes(id)).flatMap(({ ingress }) => ingress);
    return openRules(own, []).map(({ source, protocol, fromPort, toPort }) => ({
      family: source.kind === 'cidr' ? source.family : 'ipv4',
      protocol,
      ...(fromPort !== undefined && { fromPort }),
      ...(toPort !== undefined && { toPort }),
    }));
  }
  // Of what was not read, nobody can say that it lets everybody in.
  // What asks for credentials lets nobody in by itself, unless it keeps a list of who may ask.
  if ((strength === 'authenticated' && !admits) || unread.length > 0) return undefined;
  if (families.length === 0) return [{ family: 'ipv4', protocol: 'all' }];
  return [...admitted].flatMap(([family, { sure }]) =>
    sameAddresses(sure, publicSpace[family]) ? [{ family, protocol: 'tcp', fromPort: 443, toPort: 443 }] : [],
  );
}
