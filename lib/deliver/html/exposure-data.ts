import type { ExposureFact, ReachFact } from '../../model/facts/exposure-fact.ts';
import type { ExposureVerdict } from '../../model/network/exposure.ts';
import { portRangeText } from '../../model/network/port-range.ts';

/** One resource of the list: what somebody on the internet reaches of it, in whichever cloud. */
export interface ExposureRow extends Pick<
  ExposureFact,
  'provider' | 'account' | 'region' | 'kind' | 'id' | 'name' | 'owner' | 'verdict' | 'blockedBy'
> {
  /** `tcp/22`, each once. */
  readonly ports: readonly string[];
  /** `any`, CIDR blocks, names of service tags; each once. */
  readonly sources: readonly string[];
  /** Whether the standard allows all of it. */
  readonly allowed: boolean;
}

/** What the internet reaches. */
export interface ExposureData {
  readonly counts: Partial<Record<ExposureVerdict, number>>;
  /** The worst first, as many as the page shows. */
  readonly rows: readonly ExposureRow[];
  readonly total: number;
}

/** Rows of the page at most; the file of facts has them all. */
const shown = 1000;
const mostWords = 6;

/** The worst first. */
const order: readonly ExposureVerdict[] = [
  'exposed',
  'unknown',
  'conditional',
  'authenticated',
  'latent',
  'rule-open',
  'closed',
];

/** The exposures of every cloud in one list: what nobody allowed before what is allowed, then by verdict. */
export function exposureData(facts: readonly ExposureFact[]): ExposureData {
  const counts: Partial<Record<ExposureVerdict, number>> = {};
  for (const { verdict } of facts) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const rows = facts.map(rowOf);
  const rank = ({ verdict, allowed }: ExposureRow): number => order.indexOf(verdict) * 2 + Number(allowed);
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  return { counts, rows: sorted.slice(0, shown), total: rows.length };
}

function rowOf({
  provider,
  account,
  region,
  kind,
  id,
  name,
  owner,
  verdict,
  blockedBy,
  reaches,
}: ExposureFact): ExposureRow {
  const sources = reaches.flatMap((reach): readonly string[] => (reach.sources === 'any' ? ['any'] : reach.sources));
  return {
    provider,
    account,
    region,
    kind,
    id,
    name,
    ...(owner !== undefined && { owner }),
    verdict,
    ...(blockedBy && { blockedBy }),
    ports: few(reaches.map(portsOf)),
    sources: few(sources),
    allowed: reaches.length > 0 && reaches.every((reach) => reach.allowed),
  };
}

function portsOf({ protocol, fromPort, toPort }: ReachFact): string {
  if (fromPort === undefined || toPort === undefined) return protocol;
  return `${protocol}/${portRangeText({ fromPort, toPort })}`;
}

/** Each once, and the rest as dots. */
function few(words: readonly string[]): readonly string[] {
  const each = [...new Set(words)];
  return each.length > mostWords ? [...each.slice(0, mostWords), '…'] : each;
}
