import { expect, it } from 'vitest';
import { billingNotice, billingPrice } from './billing-notice.ts';

it('is a cent a request', () => {
  expect([0, 1, 250].map(billingPrice)).toEqual([0, 0.01, 2.5]);
});

it('says the least that it costs, in both languages', () => {
  expect(billingNotice(1).en).toContain('at least 1 request, 0.01 USD or more');
  expect(billingNotice(30).en).toContain('at least 30 requests, 0.30 USD or more');
  expect(billingNotice(30).ja).toContain('少なくとも30回、0.30米ドル以上');
});
