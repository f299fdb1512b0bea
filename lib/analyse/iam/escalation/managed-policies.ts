import type { ManagedPolicy } from '../../../model/aws/iam-entities.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { ManagedEntry } from './world.ts';

/** Compiles a document; undefined where there is none. */
type Compile = (id: string, name: string, document: ManagedPolicy['document']) => CompiledPolicy | undefined;

/** The managed policies of an account by ARN, with AWS's AdministratorAccess, which everybody can attach. */
export function managedPolicies(
  policies: readonly ManagedPolicy[],
  partition: string,
  compile: Compile,
  maskOf: (policy: CompiledPolicy) => bigint,
): {
  readonly managed: ReadonlyMap<string, ManagedEntry>;
  readonly everything: CompiledPolicy;
  /** Those that allow a step of some way: AdministratorAccess first. */
  readonly strong: readonly ManagedEntry[];
} {
  const managed = new Map(policies.map((policy) => [policy.arn, managedEntry(policy, compile, maskOf)]));
  const arn = `arn:${partition}:iam::aws:policy/AdministratorAccess`;
  const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  const everything = compile(arn, 'AdministratorAccess', { Version: '2012-10-17', Statement: statement });
  if (!everything) throw new TypeError('unreachable: the document is there');
  const whole = { arn, isCustomer: false, policy: everything, versions: 1, others: [], mask: maskOf(everything) };
  // AWS's own policy of that name is known, whether or not the answer holds its document.
  if (!managed.get(arn)?.policy) managed.set(arn, whole);
  const strong = [...managed.values()].filter(({ mask, policy }) => policy && mask !== 0n);
  return {
    managed,
    everything,
    strong: [...strong.filter((each) => each.arn === arn), ...strong.filter((each) => each.arn !== arn)],
  };
}

function managedEntry(
  policy: ManagedPolicy,
  compile: Compile,
  maskOf: (policy: CompiledPolicy) => bigint,
): ManagedEntry {
  const compiled = compile(policy.arn, policy.name, policy.document);
  return {
    arn: policy.arn,
    isCustomer: !policy.arn.includes(':iam::aws:'),
    mask: compiled ? maskOf(compiled) : 0n,
    versions: policy.others.length + 1,
    others: policy.others.flatMap(({ id, document }) => compile(policy.arn, `${policy.name} ${id}`, document) ?? []),
    ...(compiled && { policy: compiled }),
  };
}
