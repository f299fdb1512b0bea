import type { EndpointPolicy, EndpointRequest } from '../../../model/aws/service-endpoint.ts';
import { parseCidr } from '../../../model/network/cidr.ts';
import type { Family } from '../../../model/network/exposure.ts';
import { publicSpace } from '../../../model/network/public-space.ts';
import { ActionMatchers } from '../../iam/policy/action-matcher.ts';
import { compilePolicy } from '../../iam/policy/compile-policy.ts';
import type { CompiledPolicy, CompiledStatement } from '../../iam/policy/compiled-policy.ts';
import { decide, policyLayer, type Layer } from '../../iam/policy/decide.ts';
import type { KeyStates } from '../../iam/policy/request.ts';
import { addressSet, toCidrs, type AddressSet } from '../address-set.ts';
import { addressesOf } from '../traffic.ts';
import { anonymousKeys } from './anonymous-keys.ts';

/** From which addresses somebody is let in who says nothing of himself: for sure, and at most. */
export interface Admitted {
  readonly sure: AddressSet;
  readonly possible: AddressSet;
}

/**
 * Whom a resource policy lets in without a name. Conditions on the caller's address cut the internet into ranges within
 * which the answer is the same, and the policy is evaluated once for each.
 */
export function policySources(policy: EndpointPolicy, arn: string, family: Family): Admitted {
  if (!policy.document) {
    const all = policy.without === 'admits' ? publicSpace[family] : [];
    return { sure: all, possible: all };
  }
  const compiled = compilePolicy({ id: arn, name: arn }, policy.document, new ActionMatchers());
  const layer = policyLayer('trust', [compiled], { concerns: concernsAnybody });
  const ways = [...policy.ways, ...waysNamed(policy.ways, compiled, arn)];
  const cells = cellsOf(compiled, family).map((cell) => {
    const [address = ''] = toCidrs([{ first: cell.first, last: cell.first }], family === 'ipv4' ? 32 : 128);
    return { cell, answer: best(ways, layer, address.replace(/\/\d+$/, '')) };
  });
  const those = (answers: readonly Answer[]): AddressSet =>
    addressSet(cells.filter(({ answer }) => answers.includes(answer)).map(({ cell }) => cell));
  return { sure: those(['yes']), possible: those(['yes', 'maybe']) };
}

type Answer = 'yes' | 'maybe' | 'no';
const order: readonly Answer[] = ['no', 'maybe', 'yes'];

/** Whether a statement is about somebody without a name. */
function concernsAnybody({ principal }: CompiledStatement): boolean {
  return principal !== undefined && principal.anyone !== principal.negated;
}

/** The best of all ways; each is as good as the worst of its requests. */
function best(ways: EndpointPolicy['ways'], layer: Layer, address: string): Answer {
  const keys = anonymousKeys(address);
  let found: Answer = 'no';
  for (const requests of ways) {
    const answers = new Set(requests.map((request) => answerTo(request, layer, keys)));
    const worst = order.find((each) => answers.has(each)) ?? 'no';
    if (order.indexOf(worst) > order.indexOf(found)) found = worst;
    if (found === 'yes') return found;
  }
  return found;
}

function answerTo({ action, resource }: EndpointRequest, layer: Layer, keys: KeyStates): Answer {
  const { outcome } = decide([layer], { action: action.toLowerCase(), resource, keys });
  if (outcome === 'allowed') return 'yes';
  return outcome === 'denied' ? 'no' : 'maybe';
}

/** The same requests for what the policy itself names of the endpoint: `domain/logs/public*`. */
function waysNamed(ways: EndpointPolicy['ways'], { statements }: CompiledPolicy, arn: string): EndpointPolicy['ways'] {
  const allowed = statements.filter(({ effect, notResource }) => effect === 'Allow' && !notResource);
  const named = new Set(
    allowed
      .flatMap(({ resources }) => resources.map(({ text }) => text))
      .filter((text) => text.startsWith(`${arn}/`))
      .map((text) => text.replaceAll(/[*?]/g, 'x')),
  );
  const single = new Set(
    ways.flatMap((requests): readonly EndpointRequest[] => (requests.length === 1 ? requests : [])),
  );
  const actions = new Set([...single].map(({ action }) => action));
  return [...named].flatMap((resource) => [...actions].map((action) => [{ action, resource }]));
}

/** Public addresses, cut wherever a condition's block begins or ends. */
function cellsOf({ statements }: CompiledPolicy, family: Family): AddressSet {
  const blocks = statements.flatMap(({ conditions }) =>
    conditions.filter(({ key }) => key === 'aws:sourceip').flatMap(({ values }) => values.flatMap(blockOf)),
  );
  const cuts = addressesApart(blocks, family);
  return publicSpace[family].flatMap(({ first, last }) => {
    const starts = [first, ...cuts.filter((cut) => cut > first && cut <= last)];
    return starts.map((start, at) => ({ first: start, last: (starts[at + 1] ?? last + 1n) - 1n }));
  });
}

function addressesApart(blocks: readonly string[], family: Family): readonly bigint[] {
  const edges = blocks.flatMap((block) =>
    addressesOf([block], family).flatMap(({ first, last }) => [first, last + 1n]),
  );
  return [...new Set(edges)].toSorted((a, b) => (a < b ? -1 : 1));
}

/** A condition's value as a block; one that cannot be read cuts nothing, because it never matches. */
function blockOf(value: string): readonly string[] {
  const block = value.includes('/') ? value : `${value}/${value.includes(':') ? 128 : 32}`;
  try {
    parseCidr(block);
    return [block];
  } catch {
    return [];
  }
}
