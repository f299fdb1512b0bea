/** Services that CloudTrail knows by another word than their IAM actions' prefix ("CloudTrail record contents", eventSource). */
const otherNames: Readonly<Partial<Record<string, string>>> = {
  cloudwatch: 'monitoring',
  mq: 'amazonmq',
  tag: 'tagging',
};

const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries(otherNames).flatMap(([prefix, name]) => (name === undefined ? [] : [[name, prefix]])),
);

/** The `eventSource` of a service's events: `bedrock.amazonaws.com`. */
export function eventSourceOf(service: string): string {
  return `${otherNames[service] ?? service}.amazonaws.com`;
}

/** The prefix of the IAM actions of the service behind an `eventSource`. */
export function serviceOfEventSource(source: string): string {
  const name = source.replace(/\.amazonaws\.com$/, '').toLowerCase();
  return prefixes.get(name) ?? name;
}
