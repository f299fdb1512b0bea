import { expect, it } from 'vitest';
import type { VpnTunnel } from './external-connection.ts';
import { allowedVpnValues, weakVpnOptions } from './weak-vpn-options.ts';

const rules = {
  ikeVersions: ['ikev2'],
  encryption: ['AES256', 'AES256-GCM-16'],
  integrity: ['SHA2-256'],
  dhGroups: [14, 20, 31],
};
const phase = { encryption: ['AES256'], integrity: ['SHA2-256'], dhGroups: [20] };
const strong: VpnTunnel = { outsideAddress: '203.0.113.1', ikeVersions: ['ikev2'], phase1: phase, phase2: phase };

it('finds nothing where each option names only what is allowed', () => {
  expect(weakVpnOptions(strong, rules)).toEqual([]);
});

it('takes an option that is left out for all that AWS supports, which differs between the phases', () => {
  const open = { ...phase, dhGroups: [] };
  const found = weakVpnOptions({ ...strong, ikeVersions: [], phase1: open, phase2: open }, rules);
  expect(found.map(({ option, isDefault }) => [option, isDefault])).toEqual([
    ['IKEVersions', true],
    ['Phase1DHGroupNumbers', true],
    ['Phase2DHGroupNumbers', true],
  ]);
  expect(found[0]?.values).toEqual(['ikev1']);
  expect(found[1]?.values).toContain('2');
  expect(found[1]?.values).not.toContain('5');
  expect(found[2]?.values).toContain('5');
});

it('names the very values beyond the standard', () => {
  const weak = { ...phase, integrity: ['SHA1', 'SHA2-256', 'SHA2-512'] };
  expect(weakVpnOptions({ ...strong, phase2: weak }, rules)).toEqual([
    { option: 'Phase2IntegrityAlgorithms', values: ['SHA1', 'SHA2-512'], isDefault: false },
  ]);
});

it('mends with what the standard allows and AWS supports', () => {
  expect(allowedVpnValues('Phase1DHGroupNumbers', rules)).toEqual(['14', '20']);
  expect(allowedVpnValues('IKEVersions', rules)).toEqual(['ikev2']);
});
