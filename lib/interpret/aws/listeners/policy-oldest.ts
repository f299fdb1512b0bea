import { tlsVersions, type TlsVersion } from '../../../model/aws/listener-tls.ts';

/** Policies that do not name the version in their name; all of them speak TLS 1.0. */
const unnamed: ReadonlySet<string> = new Set([
  'ELBSecurityPolicy-2016-08',
  'ELBSecurityPolicy-2015-05',
  'ELBSecurityPolicy-2015-03',
  'ELBSecurityPolicy-2015-02',
  'ELBSecurityPolicy-FS-2018-06',
]);

/**
 * The oldest version that a security policy speaks, which its name says ("Security policies for your Application Load
 * Balancer": TLS13-1-2, FS-1-1, TLS-1-0). Undefined for a policy of any other name.
 */
export function policyOldest(policy: string): TlsVersion | undefined {
  if (unnamed.has(policy)) return '1.0';
  const named = /^ELBSecurityPolicy-(?:TLS13|TLS|FS)-(1-\d)-/.exec(policy)?.[1]?.replace('-', '.');
  return tlsVersions.find((version) => version === named);
}
