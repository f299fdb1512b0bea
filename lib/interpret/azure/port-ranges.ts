import type { PortRange } from '../../model/network/allowed-ports.ts';
import { everyPort, isEveryPort } from '../../model/network/port-range.ts';

/** Ports as rules write them: `*`, `22`, `20-25`; undefined for anything else. */
export function portRange(text: string): PortRange | undefined {
  if (text.trim() === '*') return everyPort;
  const [, from = '', to = from] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(text) ?? [];
  const range = { fromPort: Number(from), toPort: Number(to) };
  return from === '' || range.toPort > 65_535 || range.fromPort > range.toPort ? undefined : range;
}

/** Ranges of ports; none stand for every port, and so does one that is not understood: then `understood` is false. */
export function portRanges(texts: readonly string[]): {
  readonly ranges: readonly PortRange[];
  readonly understood: boolean;
} {
  const read = texts.map(portRange);
  const ranges = read.filter((each) => each !== undefined);
  if (ranges.length < read.length) return { ranges: [everyPort], understood: false };
  return { ranges: ranges.length > 0 ? ranges : [everyPort], understood: true };
}

/** Whether ranges leave some port out. */
export function areSome(ranges: readonly PortRange[]): boolean {
  return !ranges.some(isEveryPort);
}
