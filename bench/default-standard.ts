import { checks } from '../checks/index.ts';
import { parseStandard } from '../lib/standard/parse-standard.ts';

/** The standard of somebody who wrote none. */
export const defaultStandard = parseStandard('', {
  file: 'standard.yaml',
  locale: 'en',
  checks: checks.map(({ id }) => id),
});
