import { describe, expect, it } from 'vitest';
import { clientPortsText } from './client-ports.ts';
import { flows, uniteAll } from './flow-set.ts';
import { addressesOf } from './traffic.ts';

const [office, home] = ['203.0.113.0/24', '198.51.100.0/24'].map((block) => addressesOf([block], 'ipv4'));
const both = addressesOf(['203.0.113.0/24', '198.51.100.0/24'], 'ipv4');
const answered = (...parts: readonly ReturnType<typeof flows>[]) => clientPortsText(uniteAll(parts));

describe('the ports that clients must send from', () => {
  it('are not told where everybody is answered on all that are usual', () => {
    expect(answered(flows(both, 1, 65_535))).toBeUndefined();
    expect(answered(flows(both, 1024, 65_535))).toBeUndefined();
    expect(answered(flows(both, 1025, 65_535))).toBe('1025-65535');
  });

  it('are not told where somebody is, and others on some', () => {
    expect(answered(flows(office!, 1024, 65_535), flows(home!, 40_000, 40_010))).toBeUndefined();
    expect(answered(flows(office!, 1024, 65_535), flows(home!, 5000, 65_535))).toBeUndefined();
  });

  it('are those on which anybody is answered, where nobody is on all', () => {
    expect(answered(flows(both, 22, 22), flows(home!, 40_000, 40_010))).toBe('22-22,40000-40010');
    expect(answered(flows(office!, 1024, 4999), flows(home!, 5000, 65_535))).toBe('1024-4999,5000-65535');
    expect(answered(flows(both, 1024, 4999), flows(both, 5001, 65_535))).toBe('1024-4999,5001-65535');
  });

  it('are none where nobody is answered', () => {
    expect(answered()).toBeUndefined();
  });
});
