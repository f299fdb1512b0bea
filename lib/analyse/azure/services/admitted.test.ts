import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessRule, AccessRules } from '../../../model/azure/endpoint.ts';
import { hostRange, parseCidr, type AddressRange } from '../../../model/network/cidr.ts';
import { publicSpace } from '../../../model/network/public-space.ts';
import type { AddressSet } from '../../network/address-set.ts';
import { ServiceTags, sourcesIn } from '../network/client-space.ts';
import { admitted } from './admitted.ts';

const octet = fc.constantFrom(0, 1, 9, 10, 11, 100, 127, 128, 192, 203, 223, 224, 255);
const address = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const range = fc.tuple(address, address).map(([a, b]) => {
  return hostRange(a).first <= hostRange(b).first ? `${a}-${b}` : `${b}-${a}`;
});
const block = fc.tuple(address, fc.integer({ min: 1, max: 32 })).map(([base, length]) => `${base}/${length}`);
const source = fc.oneof(range, block, address, fc.constant('any'), fc.constant('AzureCloud'));
const rule = fc.record<AccessRule>({
  name: fc.constant('rule'),
  action: fc.constantFrom('allow', 'deny'),
  priority: fc.integer({ min: 0, max: 5 }),
  sources: fc.array(source, { maxLength: 3 }),
});
const lists = fc.record<AccessRules>({
  rules: fc.array(rule, { maxLength: 6 }),
  otherwise: fc.constantFrom('allow', 'deny'),
});

function spanOf(word: string): AddressRange | undefined {
  if (/^[a-z]/i.test(word)) return undefined;
  if (word.includes('/')) return parseCidr(word);
  const [first = '', last = first] = word.split('-');
  return { first: hostRange(first).first, last: hostRange(last).first };
}

function isIn(value: bigint, set: AddressSet): boolean {
  return set.some(({ first, last }) => first <= value && value <= last);
}

/** One address at a time: the first rule by priority that names it decides, a denial before an allowance. */
function naive({ rules, otherwise }: AccessRules, client: bigint): boolean {
  if (!isIn(client, publicSpace.ipv4)) return false;
  const names = ({ sources }: AccessRule): boolean =>
    sources.some((word) => {
      const span = spanOf(word);
      return word === 'any' || (span !== undefined && span.first <= client && client <= span.last);
    });
  const deciding = rules.filter(names).toSorted((a, b) => a.priority - b.priority);
  const [first] = deciding;
  if (!first) return otherwise === 'allow';
  return deciding.filter(({ priority }) => priority === first.priority).every(({ action }) => action === 'allow');
}

describe('whom access rules let in', () => {
  it('is what evaluating them for each address says', () => {
    fc.assert(
      fc.property(lists, fc.array(address, { minLength: 1, maxLength: 20 }), (list, clients) => {
        const { open } = admitted(list, 'ipv4', new ServiceTags());
        for (const client of clients) {
          const { first } = hostRange(client);
          expect(isIn(first, open)).toBe(naive(list, first));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the union of ranges, and "any" from 2^24 public addresses on', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const rules = ranges.map((each): AccessRule => ({ name: '', action: 'allow', priority: 0, sources: [each] }));
        const tags = new ServiceTags();
        const { open } = admitted({ rules, otherwise: 'deny' }, 'ipv4', tags);
        const size = open.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
        expect(sourcesIn(open, 'ipv4', tags) === 'any').toBe(size >= 1n << 24n);
        for (const word of ranges.flatMap((each) => each.split('-'))) {
          const { first } = hostRange(word);
          expect(isIn(first, open)).toBe(isIn(first, publicSpace.ipv4));
        }
      }),
    );
  });

  it('never grows by a denial, and never shrinks by an allowance that comes last', () => {
    fc.assert(
      fc.property(lists, source, address, (list, word, client) => {
        const { first } = hostRange(client);
        const open = (rules: readonly AccessRule[]): boolean =>
          isIn(first, admitted({ ...list, rules }, 'ipv4', new ServiceTags()).open);
        const more = (action: AccessRule['action'], priority: number): AccessRule[] => {
          return [...list.rules, { name: 'more', action, priority, sources: [word] }];
        };
        expect(!open(more('deny', -1)) || open(list.rules)).toBe(true);
        expect(!open(list.rules) || open(more('allow', 9))).toBe(true);
      }),
    );
  });

  it('keeps tags by name, and those who need a header apart', () => {
    const tags = new ServiceTags();
    const rules: readonly AccessRule[] = [
      { name: 'door', action: 'allow', priority: 1, sources: ['AzureFrontDoor.Backend'], conditional: true },
      { name: 'azure', action: 'allow', priority: 2, sources: ['AzureCloud'] },
      { name: 'office', action: 'allow', priority: 3, sources: ['198.51.100.7'] },
      { name: 'subnet', action: 'allow', priority: 4, sources: [] },
    ];
    const { open, conditional } = admitted({ rules, otherwise: 'deny' }, 'ipv4', tags);
    expect(sourcesIn(open, 'ipv4', tags)).toEqual(['198.51.100.7/32', 'AzureCloud']);
    expect(sourcesIn(conditional, 'ipv4', tags)).toEqual(['AzureFrontDoor.Backend']);
  });
});
