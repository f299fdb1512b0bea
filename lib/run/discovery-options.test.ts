import { expect, it } from 'vitest';
import { row } from '../../checks/any/cases/register.ts';
import { defaultStandard } from '../standard/schema.ts';
import { asksBilling, discoveryOptions } from './discovery-options.ts';

const paying = { ...defaultStandard, discovery: { billing: true, attribution: true } };
const place = { account: '111122223333', now: new Date('2026-01-01') };

it('asks for bills where the standard or the command line says so, and the latter decides', () => {
  expect(asksBilling({}, defaultStandard, undefined)).toBe(false);
  expect(asksBilling({}, paying, undefined)).toBe(true);
  expect(asksBilling({ billing: true }, defaultStandard, undefined)).toBe(true);
  expect(asksBilling({ billing: false }, paying, undefined)).toBe(false);
  expect(asksBilling({}, paying, new Set(['iam:GetAccountSummary']))).toBe(false);
  expect(discoveryOptions({}, paying, place)).toEqual({ billing: true });
});

it('asks CloudTrail about nothing where nothing says what is approved', () => {
  expect(discoveryOptions({}, defaultStandard, place)).toEqual({ billing: false });
});

it('asks CloudTrail about services in regions that nobody approved, but not about what every account has', () => {
  const approved = { ...defaultStandard.approved, regions: ['ap-northeast-1'] };
  const { attribute } = discoveryOptions({}, { ...defaultStandard, approved }, place);
  expect(attribute?.('ec2', 'us-east-1')).toBe(true);
  expect(attribute?.('ec2', 'ap-northeast-1')).toBe(false);
  expect(attribute?.('iam', 'us-east-1')).toBe(false);
});

it('looks for what is left of services whose use has ended in the account, and where there is no register of none', () => {
  const register = [
    row('over', { aws: ['fsx'] }, { state: 'retired' }),
    row('still', { aws: ['fsx', 'glacier'] }),
    row('today', { aws: ['lightsail'] }, { endedOn: '2026-01-01' }),
    row('elsewhere', { aws: ['memorydb'] }, { state: 'retired', accounts: ['999988887777'] }),
  ];
  const { hasEnded } = discoveryOptions({}, { ...defaultStandard, register }, place);
  const services = ['fsx', 'glacier', 'lightsail', 'memorydb', 'rds'];
  expect(services.filter((service) => hasEnded?.(service))).toEqual(['fsx']);
  const tomorrow = discoveryOptions({}, { ...defaultStandard, register }, { ...place, now: new Date('2026-01-02') });
  expect(tomorrow.hasEnded?.('lightsail')).toBe(true);
  expect(discoveryOptions({}, defaultStandard, place).hasEnded).toBeUndefined();
});
