import type { Step } from './step.ts';

/** Two steps that the field knows as one technique: the change of a principal, and the way to become it. */
const together: Readonly<Record<string, string>> = {
  'iam-009 sts-001': 'iam-014',
  'iam-008 iam-002': 'iam-015',
  'iam-001 sts-001': 'iam-016',
  'iam-005 sts-001': 'iam-017',
  'iam-007 iam-002': 'iam-018',
  'iam-009 iam-012': 'iam-019',
  'iam-001 iam-012': 'iam-020',
  'iam-005 iam-012': 'iam-021',
};

/** Gives the second of two such steps the technique's id; both stay, for each is a call of its own. */
export function nameTogether(steps: readonly Step[]): readonly Step[] {
  return steps.map((step, at) => {
    const before = steps[at - 1];
    const after = steps[at + 1];
    const asSecond = before && before.actor === step.actor && together[`${before.technique} ${step.technique}`];
    const asFirst = after && after.actor === step.actor && together[`${step.technique} ${after.technique}`];
    const technique = asSecond ?? asFirst;
    return technique ? { ...step, technique, done: step.technique } : step;
  });
}
