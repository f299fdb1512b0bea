import type { KeyState } from '../policy/request.ts';
import { ask, type Permitted } from './ask.ts';
import type { Change } from './change.ts';
import { holds } from './holds.ts';
import type { Identity } from './identity.ts';
import { stepBy } from './step.ts';
import type { World } from './world.ts';

/** Values tried at most for a tag whose values the permission limits. */
const mostValues = 16;

/** Tags of one's own choosing, where a trust policy or grant asks for them: any, or those that the permission leaves. */
export function tag(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const { freeTags } = subject;
  const action = subject.kind === 'user' ? 'iam:TagUser' : 'iam:TagRole';
  if (freeTags === 'all' || world.askedTags.size === 0 || !holds(actor, action)) return [];
  const spelt = spellings(actor, action);
  const setting = (tags: Readonly<Record<string, string>>): Permitted | undefined =>
    ask(actor, action, subject.arn, world, { fixed: carrying(tags, spelt, world) });
  const changeBy = (call: Permitted, change: Pick<Identity, 'freeTags'> | Pick<Identity, 'tags'>): Change => ({
    form: world.form(subject, change),
    step: stepBy('x-tag-self', actor, subject.arn, [call]),
  });
  const any = setting(Object.fromEntries([...world.askedTags.keys()].map((name) => [name, 'tenken'])));
  if (any) return [changeBy(any, { freeTags: 'all' })];
  return [...world.askedTags].flatMap(([name, values]) => {
    if (freeTags.includes(name)) return [];
    const anyValue = setting({ [name]: 'tenken' });
    if (anyValue) return [changeBy(anyValue, { freeTags: [...freeTags, name].toSorted() })];
    const kept = Object.entries(subject.tags).filter(([key]) => key.toLowerCase() !== name);
    return [...values].slice(0, mostValues).flatMap((value) => {
      const call = setting({ [name]: value });
      return call ? [changeBy(call, { tags: { ...Object.fromEntries(kept), [name]: value } })] : [];
    });
  });
}

/** The keys of a call that sets these tags of all that policies ask for. */
function carrying(
  tags: Readonly<Record<string, string>>,
  spelt: ReadonlyMap<string, string>,
  { askedTags }: World,
): Readonly<Record<string, KeyState>> {
  const requested = [...askedTags.keys()].map((name): [string, KeyState] => {
    const value = tags[name];
    return [`aws:requesttag/${name}`, { values: value === undefined ? [] : [value] }];
  });
  const keys = Object.keys(tags).map((name) => spelt.get(name) ?? name);
  return { ...Object.fromEntries(requested), 'aws:tagkeys': { values: keys } };
}

/** How the permission spells the tags that it limits the caller to: keys of tags are compared with case there. */
function spellings(actor: Identity, action: string): ReadonlyMap<string, string> {
  const { allow = [] } = actor.layers[0]?.about(action.toLowerCase()) ?? {};
  const limited = allow.flatMap(({ conditions }) => conditions.filter(({ key }) => key === 'aws:tagkeys'));
  return new Map(limited.flatMap(({ values }) => values.map((value) => [value.toLowerCase(), value] as const)));
}
