import type { KeyState } from '../policy/request.ts';
import { ask, type Permitted } from './ask.ts';
import type { Change } from './change.ts';
import { holds } from './holds.ts';
import type { Identity } from './identity.ts';
import { stepBy } from './step.ts';
import type { World } from './world.ts';

/** Tags of one's own choosing, where a trust policy or grant asks for them: any, or those that the permission leaves. */
export function tag(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const action = subject.kind === 'user' ? 'iam:TagUser' : 'iam:TagRole';
  if (subject.tagsAreFree || world.askedTags.size === 0 || !holds(actor, action)) return [];
  const setting = (tags: Readonly<Record<string, string>>): Permitted | undefined =>
    ask(actor, action, subject.arn, world, { fixed: carrying(tags, spellings(actor, action), world) });
  const any = setting(Object.fromEntries([...world.askedTags.keys()].map((name) => [name, 'tenken'])));
  if (any) {
    const form = world.form(subject, { tagsAreFree: true });
    return [{ form, step: stepBy('x-tag-self', actor, subject.arn, [any]) }];
  }
  return [...world.askedTags].flatMap(([name, values]) =>
    [...values].flatMap((value): Change[] => {
      const call = setting({ [name]: value });
      if (!call) return [];
      const kept = Object.entries(subject.tags).filter(([key]) => key.toLowerCase() !== name);
      const tags = { ...Object.fromEntries(kept), [name]: value };
      const form = world.form(subject, { tags });
      return [{ form, step: stepBy('x-tag-self', actor, subject.arn, [call]) }];
    }),
  );
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
