import { isAwsUnit, isEntraUnit } from '../../model/unit.ts';
import type { AnalysisSources, AnySources, EntraSources } from '../analysis.ts';

/** Whether what is analysed is an AWS account. */
export function isAws(sources: AnySources): sources is AnalysisSources {
  return isAwsUnit(sources.unit);
}

/** Whether what is analysed is a tenant of Microsoft Entra. */
export function isEntra(sources: AnySources): sources is EntraSources {
  return isEntraUnit(sources.unit);
}
