import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import type { Exposure, Reach } from '../../lib/model/network/exposure.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import type { Comparison } from './case-file.ts';
import { networkUnit } from './azure-unit.ts';

type Row = Readonly<Record<string, unknown>>;

interface NetworkCase {
  readonly description: string;
  readonly subscription: Row;
  readonly expect: {
    readonly reachable: readonly {
      readonly target: string;
      readonly via: string;
      readonly tcp: readonly string[];
      readonly udp: readonly string[];
      readonly sources: string | readonly string[];
    }[];
    readonly unknown?: readonly { readonly target: string }[];
  };
}

/** A network: what is reached, through what, on which ports and from where; and of what nothing is known. */
export function compareNetwork(example: unknown): readonly Comparison[] {
  const { subscription, expect, description } = example as NetworkCase;
  const unit = networkUnit(subscription);
  const reading = tenantModel([unit], defaultStandard).read('azure.exposures', unit);
  if (!reading.read) throw new Error(`azure.exposures was not read: ${JSON.stringify(reading)}`);
  const { exposures } = reading.value;
  const reason = `${description} Found: ${exposures.map(({ name, verdict, blockedBy }) => `${name} ${verdict} ${blockedBy ?? ''}`).join('; ')}`;
  const wanted = expect.reachable.flatMap(({ target, via, tcp, udp, sources }) => [
    ...tcp.map((ports) => [target, via, 'tcp', ports, sourcesText(sources)] as const),
    ...udp.map((ports) => [target, via, 'udp', ports, sourcesText(sources)] as const),
  ]);
  return [
    { about: 'reachable', expected: rows(wanted), found: rows(exposures.flatMap(reached)), reason },
    {
      about: 'unknown',
      expected: names((expect.unknown ?? []).map(({ target }) => target)),
      found: names(exposures.flatMap(unknownTargets)),
      reason,
    },
  ];
}

type Said = readonly [target: string, via: string, protocol: string, ports: string, sources: string];

/** What is reached, or would be as soon as something runs. */
function reached({ verdict, reaches }: Exposure): readonly Said[] {
  if (verdict !== 'exposed' && verdict !== 'latent') return [];
  return reaches.map((reach) => [
    targetOf(reach),
    viaOf(reach),
    reach.protocol,
    `${reach.fromPort}-${reach.toPort}`,
    sourcesText(reach.sources),
  ]);
}

function targetOf({ path }: Reach): string {
  return (path.findLast(({ kind }) => kind === 'network-interface') ?? path.at(-1))?.name ?? '';
}

function viaOf({ path }: Reach): string {
  const named = (kind: string): string | undefined => path.find((hop) => hop.kind === kind)?.name;
  const listener = named('listener');
  const kinds = { 'load-balancer': 'lb', 'application-gateway': 'appGateway', firewall: 'firewallDnat' } as const;
  for (const [kind, word] of Object.entries(kinds)) if (named(kind)) return `${word}:${named(kind)}/${listener}`;
  return listener ? `bastion:${listener}` : `publicIp:${named('public-address')}`;
}

function unknownTargets({ verdict, name, unread, reaches }: Exposure): readonly string[] {
  if (verdict !== 'unknown' && (verdict !== 'exposed' || unread.length === 0)) return [];
  const targets = reaches.map(targetOf);
  return targets.length > 0 ? targets : [name];
}

/** One in words: `tag:AzureCloud` alone stands for a service tag. */
function sourcesText(sources: string | readonly string[]): string {
  if (sources === 'any' || sources === 'internet') return 'internet';
  const all = typeof sources === 'string' ? [sources] : sources;
  return all
    .map((each) =>
      /^(\d|[\da-f]*:)/i.test(each) && !each.startsWith('tag:')
        ? each.replace(/\/(32|128)$/, '')
        : each.replace(/^tag:/, '').toLowerCase(),
    )
    .toSorted()
    .join(' ');
}

/** Ranges that touch are one, so that who cuts them differently agrees. */
function rows(all: readonly Said[]): string {
  const grouped = Map.groupBy(all, ([target, via, protocol, , sources]) => [target, via, protocol, sources].join(' '));
  return [...grouped]
    .map(([key, each]) => `${key}: ${merged(each.map(([, , , ports]) => ports)).join(',')}`)
    .toSorted()
    .join('; ');
}

function merged(ranges: readonly string[]): readonly string[] {
  const numbers = ranges.map((range) => {
    const [from = '0', to = from] = (range === '*' ? '0-65535' : range).split('-');
    return [Number(from), Number(to)] as const;
  });
  const joined: [number, number][] = [];
  for (const [from, to] of numbers.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}

function names(all: readonly string[]): string {
  return [...new Set(all)].toSorted().join(', ');
}
