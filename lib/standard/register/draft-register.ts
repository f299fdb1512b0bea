import { awsServicePrefixes } from '../../model/aws/service-prefixes.ts';
import { serviceName } from '../../model/azure/service-name.ts';
import type { DetectionKeys, RegisterEntry } from '../../model/register.ts';
import type { ServiceUse, Sighting } from '../../model/services/service-use.ts';
import type { Locale, Text } from '../../model/text.ts';

const toBeReviewed: Text = {
  ja: '要確認: 点検で利用が見つかったため下書きした行です。契約内容とセキュリティ条件を確認し、承認するか利用を終了するかを決めてください。',
  en: 'To be reviewed: drafted because a scan saw it in use. Check the contract and its security conditions, then approve it or end its use.',
};

/** Of one service, so many resources are named in its note. */
const examplesNamed = 3;

/**
 * Drafts a register from what is in use: one row a service (of Azure: a namespace), approved of nothing yet. What the cloud
 * or another resource made by itself is left out, and so is what nobody is known to have succeeded in using. The same uses
 * give the same rows, in whatever order.
 */
export function draftRegister(
  uses: readonly ServiceUse[],
  { locale }: { readonly locale: Locale },
): readonly RegisterEntry[] {
  const chosen = uses.filter((use) => !use.isAutomatic && use.sightings.some(({ attemptOnly }) => !attemptOnly));
  const groups = Map.groupBy(chosen.toSorted(inOrder), (use) => `${use.provider} ${groupOf(use)}`);
  return [...groups.values()].map((each, index) => draftRow(each, `S-${String(index + 1).padStart(3, '0')}`, locale));
}

function draftRow(uses: readonly ServiceUse[], id: string, locale: Locale): RegisterEntry {
  const name = oneLine(nameOf(uses)) || oneLine(uses[0]?.key ?? '') || id;
  const owner = uses.map((use) => oneLine(use.owner ?? '')).find(Boolean);
  const note = noteOf(uses, locale);
  return {
    id,
    name,
    provider: providerOf(uses, name),
    ...(uses[0]?.provider === 'entra' && { kind: 'SaaS' }),
    ...(owner !== undefined && { owner }),
    departments: [],
    dataLocations: [],
    keys: keysOf(uses),
    regions: distinct(
      uses.map(({ region }) => oneLine(region)).filter((region) => region !== 'global' && region !== ''),
    ),
    accounts: distinct(uses.map(({ account }) => account.toLowerCase()).filter(isAccount)),
    certificates: [],
    state: 'conditional',
    conditions: toBeReviewed[locale],
    ...(note !== '' && { note }),
  };
}

const providerOrder = ['aws', 'azure', 'entra'] as const satisfies readonly ServiceUse['provider'][];

function inOrder(a: ServiceUse, b: ServiceUse): number {
  const rank = ({ provider }: ServiceUse): number => providerOrder.indexOf(provider);
  const words = (use: ServiceUse): string[] => [
    groupOf(use),
    use.key,
    use.account,
    use.region,
    use.name,
    JSON.stringify(use),
  ];
  const [ofA, ofB] = [words(a), words(b)];
  const different = ofA.findIndex((word, index) => word !== ofB[index]);
  return rank(a) - rank(b) || (different < 0 ? 0 : (ofA[different] ?? '') < (ofB[different] ?? '') ? -1 : 1);
}

/** Azure has hundreds of types: people decide about their namespaces. */
function groupOf({ provider, key }: ServiceUse): string {
  const lower = key.toLowerCase();
  return provider === 'azure' ? (lower.split('/')[0] ?? lower) : lower;
}

function nameOf(uses: readonly ServiceUse[]): string {
  const [first] = uses;
  if (first?.provider !== 'azure') return first?.name ?? '';
  const namespace = groupOf(first);
  const known = serviceName(namespace);
  return known === namespace ? writtenAs(namespace, uses) : known;
}

/** Who publishes an application is not among what is known of its use. */
function providerOf([first]: readonly ServiceUse[], name: string): string {
  return first?.provider === 'aws' ? 'Amazon Web Services' : first?.provider === 'azure' ? 'Microsoft' : name;
}

function keysOf(uses: readonly ServiceUse[]): DetectionKeys {
  const [first] = uses;
  const key = first ? groupOf(first) : '';
  const none: DetectionKeys = { aws: [], azure: [], entra: [], tenants: [] };
  // What was bought in a marketplace has no prefix that a row could name.
  if (first?.provider === 'aws') return { ...none, aws: awsServicePrefixes.has(key) ? [key] : [] };
  if (first?.provider === 'azure')
    return { ...none, azure: /^[a-z]\w*(\.\w+)+$/.test(key) ? [`${writtenAs(key, uses)}/*`] : [] };
  return { ...none, entra: isGuid(key) ? [key] : [] };
}

/** A namespace in the letters of Azure's own ids, which no answer keeps in the type. */
function writtenAs(namespace: string, uses: readonly ServiceUse[]): string {
  const namespaces = uses.flatMap(({ examples }) =>
    examples.flatMap((id) => [...id.matchAll(/\/providers\/([^/]+)/gi)].map((match) => match[1] ?? '')),
  );
  return namespaces.find((each) => each.toLowerCase() === namespace) ?? namespace;
}

function noteOf(uses: readonly ServiceUse[], locale: Locale): string {
  const examples = distinct(uses.flatMap((use) => use.examples.map(oneLine)).filter(Boolean)).slice(0, examplesNamed);
  const first = firstUse(uses);
  return [
    ...examples.map((example) => ({ ja: `例: ${example}`, en: `For example: ${example}` })),
    ...(first ? [{ ja: `記録にある最初の利用者: ${first}`, en: `First used on record by ${first}` }] : []),
  ]
    .map((text) => text[locale])
    .join('\n');
}

/** Who the earliest dated sighting names, and when. */
function firstUse(uses: readonly ServiceUse[]): string | undefined {
  const dated = uses
    .flatMap(({ sightings }) => sightings)
    .filter((each): each is Sighting & { by: string; firstSeen: string } => Boolean(each.by && each.firstSeen))
    .toSorted((a, b) => (a.firstSeen < b.firstSeen ? -1 : a.firstSeen > b.firstSeen ? 1 : a.by < b.by ? -1 : 1));
  const [first] = dated;
  return first && `${oneLine(first.by)} (${first.firstSeen.slice(0, 10)})`;
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted();
}

function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(/\s+/g, ' ').trim();
}

function isGuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}

function isAccount(text: string): boolean {
  return /^\d{12}$/.test(text) || isGuid(text);
}
