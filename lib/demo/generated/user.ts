import type { DemoKey, DemoUser } from '../aws/user.ts';
import type { Random } from './random.ts';

/** A user of a generated account: most are in order, each kind of fault is on a few. */
export function generatedUser(name: string, random: Random): DemoUser {
  const age = 1 + random.below(1500);
  const isPerson = !random.oneIn(4);
  return {
    name,
    age,
    ...(isPerson && { password: generatedPassword(age, random), mfa: !random.oneIn(5) }),
    keys: generatedKeys(age, isPerson ? 3 : 1, random),
    groups: isPerson ? ['developers'] : [],
    ...(random.oneIn(50) && { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
    ...(random.oneIn(10) && { inline: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }),
  };
}

function generatedPassword(userAge: number, random: Random): NonNullable<DemoUser['password']> {
  if (random.oneIn(10)) return { age: userAge };
  const age = random.below(userAge);
  return { age, lastUsed: random.below(Math.min(userAge, random.oneIn(8) ? 500 : 40)) };
}

/** No keys, one, or two: at least one in `most` users has some. */
function generatedKeys(userAge: number, most: number, random: Random): DemoKey[] {
  const count = random.oneIn(most) ? 1 + Number(random.oneIn(5)) : 0;
  return Array.from({ length: count }, () => {
    const age = random.below(userAge);
    return {
      age,
      ...(!random.oneIn(6) && { lastUsed: random.below(age + 1) }),
      ...(random.oneIn(8) && { active: false }),
    };
  });
}
