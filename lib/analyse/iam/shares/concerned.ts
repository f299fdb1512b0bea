import type { CompiledStatement } from '../policy/compiled-policy.ts';

/**
 * Whether a Deny is about a caller of another account: about everybody, about the whole account, or about the very
 * principal that was let in. A Deny about everybody but some spares an account of which it names anybody.
 */
export function deniesCaller({ principal }: CompiledStatement, who: string, account: string): boolean {
  if (!principal) return false;
  const { anyone, aws, negated } = principal;
  if (negated) return !anyone && !aws.some((each) => each === account || each.split(':')[4] === account);
  return anyone || aws.some((each) => each === who || each === account || isRoot(each, account));
}

/** Whether a Deny is about a service; it has no name where any service may come. */
export function deniesService({ principal }: CompiledStatement, service: string): boolean {
  if (!principal) return false;
  return (principal.anyone || principal.service.includes(service)) !== principal.negated;
}

function isRoot(arn: string, account: string): boolean {
  const segments = arn.split(':');
  return segments[4] === account && segments[5] === 'root';
}
