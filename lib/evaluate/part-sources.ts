import { analyses, isAnalysed } from '../analyse/analyses.ts';
import type { AnalysisDefinition } from '../analyse/analysis.ts';
import { parts } from '../interpret/parts.ts';
import type { AnalysedPart, InterpretedPart, PartName, SubjectKind } from '../model/parts.ts';

/** What a part rests on: operations that must have been read, and those that make it better. */
export interface PartSources {
  readonly per: SubjectKind;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The operations behind a part, whether it is made from answers or worked out from other parts. */
export function partSources(name: PartName): PartSources {
  if (!isAnalysed(name)) {
    return { per: parts[name].per, required: requiredOf(name), optional: parts[name].optional ?? [] };
  }
  const { per, requires, uses, answers = [] }: AnalysisDefinition<AnalysedPart> = analyses[name];
  const operationsOf = (of: InterpretedPart): readonly string[] => [...requiredOf(of), ...(parts[of].optional ?? [])];
  return {
    per,
    required: requires.flatMap(requiredOf),
    optional: [...requires.flatMap((each) => parts[each].optional ?? []), ...uses.flatMap(operationsOf), ...answers],
  };
}

function requiredOf(name: InterpretedPart): readonly string[] {
  return [...parts[name].operations, ...(parts[name].fields ?? [])];
}
