import type { PortRange } from './allowed-ports.ts';

/** Every port of TCP or UDP. */
export const everyPort: PortRange = { fromPort: 0, toPort: 65_535 };

/** Whether a range leaves no port out. */
export function isEveryPort({ fromPort, toPort }: PortRange): boolean {
  return fromPort === everyPort.fromPort && toPort === everyPort.toPort;
}

/** A range as people write it: `22`, `8000-8999`. */
export function portRangeText({ fromPort, toPort }: PortRange): string {
  return fromPort === toPort ? String(fromPort) : `${fromPort}-${toPort}`;
}
