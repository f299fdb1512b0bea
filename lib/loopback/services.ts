import { ec2Codes, jsonServiceCodes, queryCodes, restJsonCodes, s3Codes, type ErrorCodes } from './error-codes.ts';
import { serviceEntries, type ServiceEntry } from './service-entries.ts';

/** How a service speaks, and its schemas. */
export interface Service extends Omit<ServiceEntry, 'load'> {
  readonly namespace: string;
  readonly codes: ErrorCodes;
  /** The SDK client's module, which exports the schema of `DescribeVpcs` as `DescribeVpcs$`. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

/** What services of each protocol call errors, unless they have words of their own. */
const codesOf: Readonly<Record<ServiceEntry['protocol'], ErrorCodes>> = {
  ec2: ec2Codes,
  query: queryCodes,
  'json-1.0': jsonServiceCodes,
  'json-1.1': jsonServiceCodes,
  'rest-json': restJsonCodes,
  'rest-xml': s3Codes,
};

/** The service that a request is signed for; `version` matters only where services share a signing name. */
export async function findService(signingName: string, version: string | undefined): Promise<Service | undefined> {
  const candidates = serviceEntries.filter((service) => service.signingName === signingName);
  const entry = candidates.find((service) => service.version === version) ?? candidates[0];
  return entry && loaded(entry);
}

/** Every service. */
export function allServices(): Promise<readonly Service[]> {
  return Promise.all(serviceEntries.map(loaded));
}

const known = new Map<ServiceEntry, Promise<Service>>();

function loaded(entry: ServiceEntry): Promise<Service> {
  const service =
    known.get(entry) ??
    entry.load().then((schemas) => ({ namespace: '', codes: codesOf[entry.protocol], ...entry, schemas }));
  known.set(entry, service);
  return service;
}
