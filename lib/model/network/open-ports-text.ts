import type { Text } from '../text.ts';
import type { ExposureVerdict, Reach } from './exposure.ts';
import type { OpenPorts } from './open-ports-by-way.ts';

/** What is open, in a sentence: which port, from where, through what. */
export function openPortsText(verdict: ExposureVerdict, { ports, reaches }: OpenPorts): Text {
  const [{ via, listenerPort, strength, clientPorts, path }] = reaches;
  const sources = sourcesText(reaches);
  const entry = path.find(({ id }) => id === via);
  const through =
    via === undefined ? undefined : `${entry?.name ?? via}${listenerPort === undefined ? '' : `:${listenerPort}`}`;
  const ja = [
    `${sources.ja}からポート ${ports} に${verdict === 'latent' ? '、起動すれば' : ''}到達できます`,
    ...(through === undefined ? [] : [`（${through} 経由）`]),
    ...(strength === 'conditional' ? ['。ただし、規則を読めない検査アプライアンスを通ります'] : []),
    ...(clientPorts === undefined ? [] : [`。応答が通るのは送信元ポート ${clientPorts} だけですが、攻撃者は選べます`]),
    '。',
  ].join('');
  const en = [
    `${verdict === 'latent' ? 'As soon as it runs, port' : 'Port'} ${ports} is reached from ${sources.en}`,
    ...(through === undefined ? [] : [` through ${through}`]),
    ...(strength === 'conditional' ? [', past an inspection appliance whose rules are not known here'] : []),
    ...(clientPorts === undefined
      ? []
      : [`; only source ports ${clientPorts} are answered, which an attacker chooses`]),
    '.',
  ].join('');
  return { ja, en };
}

const mostSources = 5;

function sourcesText(reaches: readonly Reach[]): Text {
  const families = [...new Set(reaches.filter(({ sources }) => sources === 'any').map(({ family }) => family))];
  if (families.length > 0) {
    const names = families.map((family) => (family === 'ipv4' ? 'IPv4' : 'IPv6')).join(', ');
    return { ja: `インターネット全体（${names}）`, en: `the whole internet (${names})` };
  }
  const all = [...new Set(reaches.flatMap(({ sources }) => (sources === 'any' ? [] : sources)))];
  const named = all.slice(0, mostSources).join(', ');
  const more = all.length - mostSources;
  return more > 0 ? { ja: `${named} ほか${more}件`, en: `${named} and ${more} more` } : { ja: named, en: named };
}
