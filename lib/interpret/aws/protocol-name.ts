/** Names of the protocols that the API also takes, and may answer with, as numbers ("Protocol Numbers", IANA). */
const names: Readonly<Record<string, string>> = {
  '-1': 'all',
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
};

/** A protocol as the model names it: `tcp`, `udp`, `icmp`, `icmpv6`, `all`, or its number. */
export function protocolName(said: string): string {
  const protocol = said.toLowerCase();
  return names[protocol] ?? protocol;
}
