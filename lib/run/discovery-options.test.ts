import { expect, it } from 'vitest';
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
