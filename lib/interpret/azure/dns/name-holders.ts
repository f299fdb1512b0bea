import { azureHost, hostKey, type AzureHost, type AzureHostKind } from '../../../model/azure/claimable-host.ts';
import type { NameHolding } from '../../../model/azure/dns-record.ts';
import type { Unread } from '../../../model/unread.ts';
import { flagIn, itemsOf, wordIn, type JsonObject } from '../../json-object.ts';
import type { Answers } from '../../part.ts';
import { notAnswered } from '../endpoints/public-access.ts';

const holders = 'Microsoft.Resources/resources/hostNames';

/** The operation that says whether a name of a kind is free. Of the others no reader may ask. */
const availability: Partial<Record<AzureHostKind, string>> = {
  'web-app': 'Microsoft.Web/checknameavailability',
  'storage-account': 'Microsoft.Storage/checknameavailability',
  'api-management': 'Microsoft.ApiManagement/checkNameAvailability',
  'public-address': 'Microsoft.Network/locations/checkDnsNameAvailability',
};

/** What tells who holds names. */
export const nameOperations: readonly string[] = [holders, ...Object.values(availability)];

/** Reads what was told of names: those that the organization's own resources hold, and what Azure said of the others. */
export function nameHolders(answers: Answers): (name: AzureHost) => NameHolding {
  const own = ownNames(answers);
  return (name) => {
    if (own?.has(hostKey(name))) return { holder: 'own' };
    const operation = availability[name.kind];
    if (operation === undefined) return unread(own ? byHand(name) : notAnswered(holders, name.host));
    const output = answerAbout(name, answers, operation);
    if (!output) return unread(notAnswered(operation, name.host));
    const ref = name.location === undefined ? name.name : `${name.location}/${name.name}`;
    if (isFree(output)) return { holder: 'nobody', operation, ref };
    // Of the labels of addresses Azure gives no reason.
    const reason = wordIn(output, 'reason') ?? 'AlreadyExists';
    if (reason !== 'AlreadyExists') {
      const message = `Azure says of ${name.host}: ${wordIn(output, 'message') ?? reason}`;
      return unread({ operation, code: reason, message });
    }
    return own ? { holder: 'somebody', operation, ref } : unread(notAnswered(holders, name.host));
  };
}

function unread(gap: Unread): NameHolding {
  return { holder: 'unread', unread: gap };
}

/** Undefined where the answer says neither. */
function isFree(output: JsonObject): boolean | undefined {
  return flagIn(output, 'nameAvailable') ?? flagIn(output, 'available');
}

/** The names that resources hold which the scan sees, of whatever subscription; undefined where nobody looked. */
function ownNames(answers: Answers): ReadonlySet<string> | undefined {
  if (!Object.hasOwn(answers, holders)) return undefined;
  const hosts = itemsOf(answers, holders).flatMap((each) => azureHost(wordIn(each, 'host') ?? '') ?? []);
  return new Set(hosts.map(hostKey));
}

/** An answer that says neither yes nor no is none. */
function answerAbout({ name, location }: AzureHost, answers: Answers, operation: string): JsonObject | undefined {
  const stored = answers[operation] ?? [];
  if (!Array.isArray(stored)) throw new TypeError(`${operation} is not a list of answers`);
  const told = (stored as readonly { readonly input?: JsonObject; readonly output?: JsonObject }[]).find(
    ({ input = {} }) =>
      location === undefined
        ? input['name'] === name
        : input['domainNameLabel'] === name && input['location'] === location,
  );
  const { output } = told ?? {};
  return output && isFree(output) !== undefined ? output : undefined;
}

function byHand({ host }: AzureHost): Unread {
  const message = `no resource that the scan sees holds ${host}, and whether it is free no reader may ask: look it up by hand`;
  return { operation: holders, code: 'NotAskable', message };
}
