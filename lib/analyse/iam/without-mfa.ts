import type { WithoutMfa } from '../../model/aws/principal-access.ts';
import { actionsNamed, actionsThat, common, firstOf, once, without } from './catalogue/action-set.ts';
import type { Identity } from './escalation/identity.ts';
import { requestKeys } from './escalation/request-keys.ts';
import type { World } from './escalation/world.ts';
import type { CompiledStatement } from './policy/compiled-policy.ts';
import { statementHolds } from './policy/decide.ts';
import type { SettledKeys } from './policy/evaluate-condition.ts';
import { settleKeys } from './policy/settle-keys.ts';
import type { KeyState } from './policy/request.ts';

/** Actions named at most: what matters is whether there are any. */
const mostExamples = 5;

/** What anybody may do to set up an own device, sign in with it or look at oneself ("Allow MFA-authenticated IAM users to manage their own MFA device", IAM User Guide). */
const selfService =
  /^(iam:(get|list|changepassword|simulate)|iam:\w*mfadevice|sts:get(sessiontoken|calleridentity)|sts:decodeauthorizationmessage)/;

const ofSelfService = once(() => actionsThat((action) => selfService.test(action)));

/** Actions whose harm everybody understands: better examples than the first of the alphabet. */
const wellKnown = new Set([
  'ec2:runinstances',
  'ec2:terminateinstances',
  'iam:attachuserpolicy',
  'iam:createaccesskey',
  'iam:createuser',
  'lambda:updatefunctioncode',
  's3:deleteobject',
  's3:getobject',
  's3:putobject',
  'secretsmanager:getsecretvalue',
]);
const telling = once(() => actionsThat((action) => wellKnown.has(action)));

/** What a user can call without MFA, in each way that he can get in; undefined for roles, and without a credential report. */
export function withoutMfa(identity: Identity, world: World): WithoutMfa | undefined {
  const credentials = world.credentials?.get(identity.arn);
  if (identity.kind !== 'user' || !credentials) return undefined;
  const now = world.asOf.toISOString();
  // A console session without a device carries the key with `false`; an access key carries none.
  const console = { 'aws:multifactorauthpresent': ['false'], 'aws:tokenissuetime': [now] };
  const keys = { 'aws:multifactorauthpresent': [], 'aws:tokenissuetime': [] };
  return {
    ...(credentials.hasPassword && !credentials.hasMfa && { console: examples(identity, console, world) }),
    ...(credentials.activeKeys > 0 && { keys: examples(identity, keys, world) }),
  };
}

function examples(
  identity: Identity,
  session: Readonly<Record<string, readonly string[]>>,
  world: World,
): readonly string[] {
  const fixed: Record<string, KeyState> = { 'aws:multifactorauthage': { values: [] } };
  for (const [key, values] of Object.entries(session)) fixed[key] = { values };
  const states = requestKeys(identity, { action: '*', resource: '*', fixed }, world);
  const [settled] = settleKeys([], states);
  if (!settled) return [];
  const layers = identity.layers
    .filter(({ unread }) => !unread)
    .map(({ policies }) =>
      inForce(
        policies.flatMap((policy) => policy.statements),
        settled.keys,
      ),
    );
  const allowed = layers.map(({ allow, deny }) => without(actionsNamed(allow), actionsNamed(deny))).reduce(common);
  const left = without(allowed, ofSelfService());
  const named = [...firstOf(common(left, telling()), mostExamples), ...firstOf(left, mostExamples)];
  return [...new Set(named)].slice(0, mostExamples);
}

/** The statements whose conditions hold in such a session: an Allow on anything, a Deny on everything. */
function inForce(
  statements: readonly CompiledStatement[],
  keys: SettledKeys,
): { readonly allow: readonly CompiledStatement[]; readonly deny: readonly CompiledStatement[] } {
  const anywhere = (statement: CompiledStatement): CompiledStatement => ({
    ...statement,
    resources: [],
    notResource: true,
  });
  const holding = statements.filter((statement) => statementHolds(anywhere(statement), '*', keys) === true);
  return {
    allow: holding.filter(({ effect }) => effect === 'Allow'),
    deny: holding.filter(
      ({ effect, resources, notResource }) =>
        effect === 'Deny' && !notResource && resources.some(({ text }) => text === '*'),
    ),
  };
}
