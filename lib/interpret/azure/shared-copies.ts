import type { AzureSharedCopies, AzureSharedCopy, AzureSharedKind } from '../../model/azure/shared-copy.ts';
import { flagIn, itemsOf, objectIn, wordIn, type JsonObject } from '../json-object.ts';
import { readWhole, type Answers, type HowRead, type PartDefinition } from '../part.ts';
import { namedIn, propertiesIn } from './arm-resource.ts';
import { notUnderstood } from './endpoints/public-access.ts';

/** What the properties of a kind say of who may read it. */
type Told = Pick<AzureSharedCopy, 'openTo' | 'said' | 'unread'>;

const kinds: readonly (readonly [AzureSharedKind, string, (properties: JsonObject, operation: string) => Told])[] = [
  ['compute-gallery', 'Microsoft.Compute/galleries', galleryIn],
  ['managed-disk', 'Microsoft.Compute/disks', diskIn],
  ['disk-snapshot', 'Microsoft.Compute/snapshots', diskIn],
];

/** `azure.sharedCopies`: who may read images, disks and snapshots beside those whom roles let. */
export const sharedCopies: PartDefinition<'azure.sharedCopies'> = {
  per: 'azure-subscription',
  operations: [],
  optional: kinds.map(([, operation]) => operation),
  interpret: (answers, _unit, how = readWhole) => {
    const read = kinds.map((kind) => readKind(kind, answers, how));
    return { copies: read.flatMap(({ copies }) => copies), unread: read.flatMap(({ unread }) => unread) };
  },
};

function readKind(
  [kind, operation, told]: (typeof kinds)[number],
  answers: Answers,
  { isSkipped, whyUnread }: HowRead,
): AzureSharedCopies {
  if (!Object.hasOwn(answers, operation))
    return { copies: [], unread: isSkipped(operation) ? [] : [{ kind, unread: whyUnread(operation) }] };
  try {
    const copies = itemsOf(answers, operation).map((each): AzureSharedCopy => {
      const { id, name, location } = namedIn(each);
      return { kind, id, name, location, operation, ...told(propertiesIn(each), operation) };
    });
    return { copies, unread: [] };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return { copies: [], unread: [{ kind, unread: { operation, code: 'UnexpectedAnswer', message: error.message } }] };
  }
}

/** A gallery that may be shared with the community is so once that is enabled ("Share images using a community gallery"). */
function galleryIn(properties: JsonObject, operation: string): Told {
  const profile = objectIn(properties, 'sharingProfile') ?? {};
  const permissions = wordIn(profile, 'permissions') ?? 'Private';
  const said = `sharingProfile.permissions ${permissions}`;
  if (/^(private|groups)$/i.test(permissions)) return { openTo: 'nobody', said };
  if (permissions.toLowerCase() !== 'community') return { said, unread: notUnderstood(operation, said) };
  const enabled = flagIn(objectIn(profile, 'communityGalleryInfo') ?? {}, 'communityGalleryEnabled');
  if (enabled === undefined) return { said, unread: notUnderstood(operation, 'communityGalleryEnabled is not said') };
  return { openTo: enabled ? 'everybody' : 'nobody', said: `${said}, communityGalleryEnabled ${enabled}` };
}

/**
 * "The disk currently has an Active SAS Uri associated with it" (`DiskState`). Such a link asks nobody who he is, unless
 * `dataAccessAuthMode` says so, and leads nowhere where the network policy keeps the internet out.
 */
function diskIn(properties: JsonObject, operation: string): Told {
  const state = wordIn(properties, 'diskState');
  const policy = wordIn(properties, 'networkAccessPolicy') ?? 'AllowAll';
  const network = wordIn(properties, 'publicNetworkAccess') ?? 'Enabled';
  const mode = wordIn(properties, 'dataAccessAuthMode') ?? 'None';
  const said = `diskState ${state ?? ''}, networkAccessPolicy ${policy}, publicNetworkAccess ${network}, dataAccessAuthMode ${mode}`;
  if (state === undefined) return { said, unread: notUnderstood(operation, 'diskState is not said') };
  const isKnown = [
    /^(allowall|allowprivate|denyall)$/i.test(policy),
    /^(enabled|disabled)$/i.test(network),
    /^(none|azureactivedirectory)$/i.test(mode),
  ];
  if (isKnown.includes(false)) return { said, unread: notUnderstood(operation, said) };
  const isLinked = state.toLowerCase().startsWith('activesas');
  const isReached = policy.toLowerCase() === 'allowall' && network.toLowerCase() === 'enabled';
  return { openTo: isLinked && isReached && mode.toLowerCase() === 'none' ? 'link' : 'nobody', said };
}
