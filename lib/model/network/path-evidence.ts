import type { Evidence } from '../judgement.ts';
import type { Hop } from './hop.ts';
import { hopName } from './hop-name.ts';

/** A path as evidence: one step for each hop whose answer shows it. */
export function pathEvidence(path: readonly Hop[]): readonly Evidence[] {
  return path.flatMap((hop): Evidence[] => {
    const { kind, id, name, rule, ruleId, operation } = hop;
    if (operation === undefined) return [];
    const called = [...new Set([name, id])].filter((each) => each !== undefined).join(' ');
    const said = rule === undefined ? called : `${called}: ${rule}`;
    return [
      { what: { ja: `${hopName[kind].ja} ${said}`, en: `${hopName[kind].en} ${said}` }, operation, ref: ruleId ?? id },
    ];
  });
}
