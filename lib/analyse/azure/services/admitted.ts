import type { AccessRule, AccessRules } from '../../../model/azure/endpoint.ts';
import type { Family } from '../../../model/network/exposure.ts';
import { publicSpace } from '../../../model/network/public-space.ts';
import { addressSet, intersect, subtract, unite, type AddressSet } from '../../network/address-set.ts';
import { addressRange, clients, everything, familyOf, type ServiceTags } from '../network/client-space.ts';

/** Whom access rules let in from the internet: addresses, and service tags behind them as `client-space` places them. */
export interface Admitted {
  /** Whoever comes from there. */
  readonly open: AddressSet;
  /** Those from there whose request has what a rule asks for beside. */
  readonly conditional: AddressSet;
}

/** Whom rules let in, the first by priority that is about a client decides. */
export function admitted({ rules, otherwise }: AccessRules, family: Family, tags: ServiceTags): Admitted {
  tags.learn(rules.flatMap(({ sources }) => sources.filter(isTag)));
  let left = clients[family];
  let open: AddressSet = [];
  let conditional: AddressSet = [];
  for (const rule of inOrder(rules)) {
    const met = intersect(left, sourcesOf(rule, family, tags));
    if (rule.conditional) {
      // Whoever brings the header is let in, and a client need not bring the one that is denied.
      if (rule.action === 'allow') conditional = unite(conditional, met);
      continue;
    }
    left = subtract(left, met);
    if (rule.action === 'allow') open = unite(open, met);
  }
  if (otherwise === 'allow') open = unite(open, left);
  return { open, conditional: subtract(conditional, open) };
}

/** By priority; of equals a denial comes first, as where all rules of a list hold together. */
function inOrder(rules: readonly AccessRule[]): readonly AccessRule[] {
  const weight = ({ action }: AccessRule): number => (action === 'deny' ? 0 : 1);
  return rules.toSorted((a, b) => a.priority - b.priority || weight(a) - weight(b));
}

/** A word that is neither an address nor everybody. */
export function isTag(word: string): boolean {
  return word !== 'any' && addressRange(word) === undefined;
}

function sourcesOf({ sources }: AccessRule, family: Family, tags: ServiceTags): AddressSet {
  return addressSet(sources.flatMap((word) => sourceOf(word, family, tags)));
}

function sourceOf(word: string, family: Family, tags: ServiceTags): AddressSet {
  if (word === 'any') return everything[family];
  const range = addressRange(word);
  if (range) return familyOf(word) === family && range.first <= range.last ? [range] : [];
  // "The address space outside of the virtual network and reachable by the public internet".
  return word.toLowerCase() === 'internet' ? publicSpace[family] : tags.of(word, family);
}
