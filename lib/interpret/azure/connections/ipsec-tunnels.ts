import type { VpnPhase, VpnTunnel } from '../../../model/aws/external-connection.ts';
import { objectsIn, wordIn, type JsonObject } from '../../json-object.ts';

/** Azure's words for algorithms in those of the standard. What is not here keeps its own word, which no standard names. */
const ciphers: Readonly<Record<string, string>> = {
  aes128: 'AES128',
  aes256: 'AES256',
  gcmaes128: 'AES128-GCM-16',
  gcmaes256: 'AES256-GCM-16',
};
const hashes: Readonly<Record<string, string>> = { sha1: 'SHA1', sha256: 'SHA2-256', sha384: 'SHA2-384' };
const groups: Readonly<Record<string, number>> = {
  dhgroup1: 1,
  dhgroup2: 2,
  dhgroup14: 14,
  dhgroup2048: 14,
  dhgroup24: 24,
  ecp256: 19,
  ecp384: 20,
  pfs1: 1,
  pfs2: 2,
  pfs14: 14,
  pfs2048: 14,
  pfs24: 24,
};

/**
 * What a VPN connection lets be negotiated: one entry for each policy; one with empty lists, Azure's default, where there is
 * none ("About cryptographic requirements and Azure VPN gateways").
 */
export function ipsecTunnels(properties: JsonObject, name: string, isPolicyBased: boolean): readonly VpnTunnel[] {
  const protocol = wordIn(properties, 'connectionProtocol')?.toLowerCase();
  // Gateways that route speak IKEv2 unless it is said otherwise, those that go by policies IKEv1 alone.
  const ikeVersions = [isPolicyBased ? 'ikev1' : (protocol ?? 'ikev2')];
  const policies = objectsIn(properties, 'ipsecPolicies');
  const nothing: VpnPhase = { encryption: [], integrity: [], dhGroups: [] };
  if (policies.length === 0) return [{ outsideAddress: name, ikeVersions, phase1: nothing, phase2: nothing }];
  return policies.map((policy) => ({ outsideAddress: name, ikeVersions, ...phasesOf(policy) }));
}

function phasesOf(policy: JsonObject): Pick<VpnTunnel, 'phase1' | 'phase2'> {
  const dhGroup = groupOf(wordIn(policy, 'dhGroup'));
  const pfs = wordIn(policy, 'pfsGroup')?.toLowerCase();
  return {
    phase1: phase(wordIn(policy, 'ikeEncryption'), wordIn(policy, 'ikeIntegrity'), dhGroup),
    // PFSMM takes the group of the main mode again.
    phase2: phase(
      wordIn(policy, 'ipsecEncryption'),
      wordIn(policy, 'ipsecIntegrity'),
      pfs === 'pfsmm' ? dhGroup : groupOf(pfs),
    ),
  };
}

/** With an authenticated cipher nothing else proves integrity: Azure repeats the cipher's name there. */
function phase(encryption = 'None', integrity = 'None', group = 0): VpnPhase {
  const hash = integrity.toLowerCase();
  return {
    encryption: [ciphers[encryption.toLowerCase()] ?? encryption],
    integrity: [hashes[hash] ?? ciphers[hash] ?? integrity],
    dhGroups: [group],
  };
}

/** 0 where no group is used, or one that nobody here knows: no standard names it. */
function groupOf(word: string | undefined): number {
  return groups[word?.toLowerCase() ?? ''] ?? 0;
}
