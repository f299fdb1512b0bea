import { defineCheck } from '../../../lib/model/check.ts';
import { tenantResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

const operation = '/policies/authorizationPolicy';
const path = 'policies/authorizationPolicy';

export default defineCheck({
  id: 'entra-guest-access',
  clauses: ['11.4', '7.3'],
  severity: 'medium',
  title: {
    ja: 'ゲストを誰でも招待でき、またはゲストがディレクトリを広く見られる',
    en: 'Anybody may invite guests, or guests see the directory as members do',
  },
  why: {
    ja: '誰でも招待できると、外部のアカウントが責任者のないまま増えます。ゲストがメンバーと同じ権限を持つと、1人のゲストから利用者・グループ・アプリの一覧がすべて読み出されます。',
    en: 'Where anybody may invite, outside accounts grow that nobody answers for. Where guests have the access of members, one guest reads the whole list of users, groups and applications.',
  },
  fix: {
    ja: '招待を招待元ロールと管理者に限り、ゲストのアクセスを「自分のオブジェクトに限定」にします。',
    en: 'Limit invitations to administrators and guest inviters, and guest access to their own objects.',
  },
  reads: ['entra.authorizationPolicy'],
  find({ 'entra.authorizationPolicy': { guestInvites, guestAccess } }, { unit }) {
    const resource = tenantResource(tenantOf(unit));
    if (guestInvites === 'unknown' || guestAccess === 'unknown') {
      const message = 'a value of allowInvitesFrom or guestUserRoleId is newer than this version, or missing';
      return [{ status: 'unknown', resource, unread: { operation, code: 'UnknownValue', message } }];
    }
    const failures: Judgement[] = [];
    if (guestInvites === 'everyone')
      failures.push({
        status: 'fail',
        resource,
        discriminator: 'invites',
        detail: {
          ja: 'ゲストを含む誰でも、ゲストを招待できます。',
          en: 'Everybody, guests among them, may invite guests.',
        },
        evidence: [
          { what: { ja: '招待できる人: 全員', en: 'May invite: everyone' }, operation, ref: 'allowInvitesFrom' },
        ],
        remediation: [graphCommand('PATCH', path, { allowInvitesFrom: 'adminsAndGuestInviters' })],
      });
    if (guestAccess === 'like-members')
      failures.push({
        status: 'fail',
        resource,
        discriminator: 'access',
        detail: {
          ja: 'ゲストは、メンバーと同じようにディレクトリを読めます。',
          en: 'Guests read the directory as members do.',
        },
        evidence: [
          {
            what: { ja: 'ゲストのアクセス: メンバーと同じ', en: 'Guest access: like members' },
            operation,
            ref: 'guestUserRoleId',
          },
        ],
        remediation: [graphCommand('PATCH', path, { guestUserRoleId: '2af84b1e-32c8-42b7-82bc-daa82404023b' })],
      });
    return failures.length > 0 ? failures : [{ status: 'pass', resource }];
  },
});
