import type { VpnTunnel } from '../aws/external-connection.ts';
import type { VpnRules } from '../standard.ts';

/** One setting of a VPN connection that allows what the standard does not. */
export interface ConnectionWeakness {
  /** As Azure names it: `dhGroup`. */
  readonly setting: string;
  /** What it allows beyond the standard, in the words of the standard. */
  readonly values: readonly string[];
  /** No policy is set, so that Azure's default holds. */
  readonly isDefault: boolean;
}

/**
 * What a gateway that routes proposes and accepts where a connection has no policy of its own ("About VPN devices and IPsec/IKE
 * parameters": RouteBased). The group is 2 in the first phase; 0 stands for none.
 */
const byDefault: Pick<VpnTunnel, 'phase1' | 'phase2'> = {
  phase1: { encryption: ['AES256', 'AES128', 'DES3'], integrity: ['SHA1', 'SHA2-256'], dhGroups: [2] },
  phase2: {
    encryption: ['AES256-GCM-16', 'AES256', 'AES128', 'DES3'],
    integrity: ['SHA1', 'SHA2-256'],
    dhGroups: [0, 1, 2, 5, 14, 24],
  },
};

/** The settings by which a connection can come to rest on something weaker than the standard. */
export function connectionWeakness(tunnel: VpnTunnel, rules: VpnRules): readonly ConnectionWeakness[] {
  const isDefault = tunnel.phase1.encryption.length === 0;
  const { phase1, phase2 } = isDefault ? byDefault : tunnel;
  const ciphers = new Set(rules.encryption);
  const hashes = new Set([...rules.integrity, ...rules.encryption.filter((each) => each.includes('GCM'))]);
  const groups = new Set(rules.dhGroups.map(String));
  const versions = new Set<string>(rules.ikeVersions);
  const said: readonly (readonly [string, readonly string[], ReadonlySet<string>, boolean])[] = [
    ['connectionProtocol', tunnel.ikeVersions, versions, false],
    ['ikeEncryption', phase1.encryption, ciphers, isDefault],
    ['ikeIntegrity', phase1.integrity, hashes, isDefault],
    ['dhGroup', phase1.dhGroups.map(String), groups, isDefault],
    ['ipsecEncryption', phase2.encryption, ciphers, isDefault],
    ['ipsecIntegrity', phase2.integrity, hashes, isDefault],
    ['pfsGroup', phase2.dhGroups.map(String), groups, isDefault],
  ];
  return said.flatMap(([setting, values, allowed, fromDefault]) => {
    const weak = values.filter((value) => !allowed.has(value)).map((value) => (value === '0' ? 'none' : value));
    return weak.length > 0 ? [{ setting, values: weak, isDefault: fromDefault }] : [];
  });
}
