import { gapText } from '../../../model/entra/gap-text.ts';
import type { MfaStatus } from '../../../model/entra/mfa-coverage.ts';
import { openSignIn } from '../../../model/entra/open-sign-in.ts';
import type { SecondFactorFact } from '../../../model/facts/second-factor-fact.ts';
import { mfaStatusText } from '../../wording/mfa-words.ts';
import { element, named } from './element.ts';
import { count, local, say, table, type Page } from './page.ts';

/** Colours of the figures: what an outsider gets through, what may be, what holds. */
const kinds: Readonly<Record<MfaStatus, 'fail' | 'unknown' | 'pass' | 'none'>> = {
  unprotected: 'fail',
  capableNotEnforced: 'fail',
  partial: 'fail',
  enforcedNotRegistered: 'fail',
  unknown: 'unknown',
  adaptive: 'unknown',
  conditional: 'none',
  declaredException: 'none',
  disabledAccount: 'none',
  ok: 'pass',
  enforcedAtHome: 'pass',
};

/** Who can sign in without a second factor, and why: the whole answer on one screen. */
export function secondFactorsView(page: Page): HTMLElement {
  const { counts, open, openTotal } = page.data.secondFactors;
  const statuses = (Object.keys(kinds) as MfaStatus[]).filter((status) => counts[status] !== undefined);
  if (statuses.length === 0)
    return element('div', { class: 'page' }, element('p', { class: 'notice' }, say(page, 'noTenants')));
  return element(
    'div',
    { class: 'page' },
    element('p', {}, say(page, 'secondFactorsNote')),
    element(
      'p',
      { class: 'line figures' },
      ...statuses.map((status) =>
        element(
          'span',
          { class: `chip ${kinds[status]}` },
          `${local(page, mfaStatusText[status])} ${count(counts[status] ?? 0)}`,
        ),
      ),
    ),
    table(
      [say(page, 'user'), say(page, 'verdict'), say(page, 'reason'), say(page, 'openSignIn'), say(page, 'methods')],
      open.map((fact) => row(page, fact)),
    ),
    openTotal > open.length &&
      element('p', { class: 'quiet' }, say(page, 'cut', { n: open.length, file: 'facts/second-factors.ndjson' })),
  );
}

function row(page: Page, fact: SecondFactorFact): readonly (HTMLElement | string)[] {
  const show = (): void => page.go({ view: 'findings', check: 'entra-mfa-not-enforced', q: fact.name });
  const reasons = fact.gaps.map(({ code }) => local(page, gapText[code])).join(' · ');
  const policies = [...new Set(fact.gaps.flatMap((gap) => gap.policies))].join(', ');
  return [
    element(
      'span',
      {},
      element('button', { type: 'button', class: 'link', onclick: show }, named(fact.name)),
      ' ',
      fact.privileged === true && element('span', { class: 'chip fail' }, say(page, 'privileged')),
      fact.guest && element('span', { class: 'chip' }, say(page, 'guest')),
    ),
    element('span', { class: `chip ${kinds[fact.status]}` }, local(page, mfaStatusText[fact.status])),
    element('span', {}, reasons, policies !== '' && element('small', {}, named(policies))),
    named(
      local(page, openSignIn(fact.open))
        .replace(/^ \((.*)\)$/, '$1')
        .replace(/[、,]$/, ''),
    ),
    fact.registered === undefined ? say(page, 'unknown') : named(fact.methods.join(', ') || say(page, 'noMethods')),
  ];
}
