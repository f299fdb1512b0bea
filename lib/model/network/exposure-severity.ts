import type { Severity } from '../severity.ts';
import type { ExposureVerdict, Reach } from './exposure.ts';

/**
 * Ports at which a guessed password, or none, gives a shell or a database: remote administration, databases, caches,
 * container and cluster control.
 */
const gateways: ReadonlySet<number> = new Set([
  21, 22, 23, 135, 139, 445, 873, 1433, 1521, 2049, 2181, 2375, 2376, 2379, 3306, 3389, 5432, 5439, 5601, 5900, 5984,
  5985, 5986, 6379, 6443, 7001, 8020, 9042, 9092, 9200, 9300, 10250, 11211, 27017, 27018, 50070,
]);

/** How bad it is that these reaches of one resource are open. */
export function exposureSeverity(verdict: ExposureVerdict, reaches: readonly Reach[]): Severity {
  if (verdict === 'latent') return 'low';
  if (reaches.every(({ sources }) => sources !== 'any')) return reaches.some(isAnyCustomer) ? 'medium' : 'low';
  if (reaches.every(({ strength }) => strength === 'conditional')) return 'medium';
  return reaches.some(opensGateway) ? 'critical' : 'high';
}

/** The addresses of Azure itself: whoever rents a machine there comes from one. */
function isAnyCustomer({ sources }: Reach): boolean {
  return sources !== 'any' && sources.some((each) => /^azurecloud\b/i.test(each));
}

function opensGateway({ protocol, fromPort = 0, toPort = 65_535 }: Reach): boolean {
  if (protocol === 'all') return true;
  return protocol === 'tcp' && [...gateways].some((port) => fromPort <= port && port <= toPort);
}
