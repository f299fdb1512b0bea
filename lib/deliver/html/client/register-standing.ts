import { registerGaps, type RegisterGap } from '../../../model/facts/register-row.ts';
import { registerGapText } from '../../wording/register-words.ts';
import { element } from './element.ts';
import { local, type Page } from './page.ts';

/** What a row of the register against reality lacks, or that it lacks nothing. */
export type Standing = RegisterGap | 'fine';

/** Colours: what breaks the standard, what somebody has to catch up on, what is only to know. */
const kinds: Readonly<Record<Standing, 'fail' | 'manual' | 'pass' | 'none'>> = {
  forbidden: 'fail',
  ended: 'fail',
  unregistered: 'fail',
  'outside-regions': 'fail',
  'outside-accounts': 'fail',
  unchecked: 'manual',
  overdue: 'manual',
  unseen: 'none',
  unwatched: 'none',
  fine: 'pass',
};

/** The worst first. */
export const standings: readonly Standing[] = [...registerGaps, 'fine'];

/** A standing in a word or two, and what follows it. */
export function standingChip(page: Page, name: Standing, more = ''): HTMLElement {
  return element('span', { class: `chip ${kinds[name]}` }, `${local(page, registerGapText[name])}${more}`);
}
