import type { Hop } from '../../model/network/hop.ts';
import { hopName } from '../../model/network/hop-name.ts';
import type { Locale } from '../../model/text.ts';
import { plainText } from './plain-text.ts';

/** A path as one line: what is passed, in order, and where it ends. */
export function pathText(path: readonly Hop[], locale: Locale): string {
  const stops = { ja: 'ここで止まる', en: 'stops here' }[locale];
  return path
    .map(({ kind, id, name, rule, stops: isEnd }) => {
      const called =
        kind === 'internet' ? hopName.internet[locale] : `${hopName[kind][locale]} ${plainText(name ?? id)}`;
      const said = rule === undefined ? called : `${called} (${plainText(rule)})`;
      return isEnd ? `${said} [${stops}]` : said;
    })
    .join(' → ');
}
