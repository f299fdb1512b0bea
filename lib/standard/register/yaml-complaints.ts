import type { Text } from '../../model/text.ts';
import type { Complaint } from '../refusal.ts';
import type { YamlSource } from '../yaml-source.ts';
import type { RowProblem } from './row-problem.ts';

/** Says what is wrong with rows that stand below `above` in a YAML file, each with its line and column. */
export function complaintsOfYaml(
  problems: readonly RowProblem[],
  source: YamlSource,
  above: readonly PropertyKey[],
): Complaint[] {
  return problems.map(({ row, path, say, issue }) => () => {
    const whole = [...above, row, ...path];
    const place = issue ? source.placeOfIssue({ ...issue, path: whole }) : source.placeOf(whole);
    const { ja, en } = say(pathOf, (other) => both(source.placeOf([...above, other])));
    return { ja: `${place} ${whole.join('.')}: ${ja}`, en: `${place} ${whole.join('.')}: ${en}` };
  });
}

function pathOf(path: readonly PropertyKey[]): Text {
  return both(path.join('.'));
}

function both(text: string): Text {
  return { ja: text, en: text };
}
