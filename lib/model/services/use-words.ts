import type { Evidence } from '../judgement.ts';
import type { Text } from '../text.ts';
import type { Sighting, ServiceUse, UseLayer } from './service-use.ts';

/** What a layer of evidence is called. */
export const layerText: Readonly<Record<UseLayer, Text>> = {
  billing: { ja: '請求', en: 'billed' },
  api: { ja: 'API呼び出し', en: 'called' },
  inventory: { ja: 'リソース', en: 'resources' },
  stored: { ja: '保存データ', en: 'stored' },
  application: { ja: 'アプリケーション', en: 'application' },
  access: { ja: '提供者への許可', en: 'provider let in' },
};

/** One piece of evidence in a sentence. */
function sightingText({ layer, ref, count, by, firstSeen, lastSeen, attemptOnly }: Sighting): Text {
  const what = layerText[layer];
  const number = { ja: count === undefined ? '' : `${count} 件`, en: count === undefined ? '' : ` (${count})` };
  const who = { ja: by === undefined ? '' : `、利用者 ${by}`, en: by === undefined ? '' : `, by ${by}` };
  const tried = attemptOnly ? { ja: '（拒否された可能性があります）', en: ' (perhaps refused)' } : { ja: '', en: '' };
  const [first, last] = [firstSeen?.slice(0, 10), lastSeen?.slice(0, 10)];
  const when = {
    ja: `${first === undefined ? '' : `、最初 ${first}`}${last === undefined ? '' : `、最後 ${last}`}`,
    en: `${first === undefined ? '' : `, first ${first}`}${last === undefined ? '' : `, last ${last}`}`,
  };
  return {
    ja: `${what.ja} ${ref}${number.ja}${who.ja}${when.ja}${tried.ja}`,
    en: `${what.en}: ${ref}${number.en}${who.en}${when.en}${tried.en}`,
  };
}

/** A piece of evidence, with the place or the service that it is about before it. */
export function sightingEvidence(about: string, sighting: Sighting): Evidence {
  const { ja, en } = sightingText(sighting);
  const { operation, ref } = sighting;
  return { what: { ja: `${about}: ${ja}`, en: `${about}: ${en}` }, operation, ref };
}

/** Who used any of these, where anything says so. */
export function anyUserOf(uses: readonly Pick<ServiceUse, 'sightings'>[]): string | undefined {
  return uses.map(userOf).find((who) => who !== undefined);
}

/** Who used a service or made what is there, where anything says so: whoever was seen doing it before whoever may have tried. */
export function userOf({ sightings }: Pick<ServiceUse, 'sightings'>): string | undefined {
  return (sightings.find(({ by, attemptOnly }) => by !== undefined && !attemptOnly) ?? sightings.find(({ by }) => by))
    ?.by;
}

/** The first and the last day on record; undefined where nothing says one. */
export function seenOf({ sightings }: Pick<ServiceUse, 'sightings'>): {
  readonly firstSeen?: string;
  readonly lastSeen?: string;
} {
  const [first] = sightings.flatMap(({ firstSeen }) => firstSeen ?? []).toSorted();
  const last = sightings
    .flatMap(({ lastSeen }) => lastSeen ?? [])
    .toSorted()
    .at(-1);
  return { ...(first !== undefined && { firstSeen: first }), ...(last !== undefined && { lastSeen: last }) };
}
