import type { Family, OpenRule } from '../../model/network/exposure.ts';
import { publicSpace } from '../../model/network/public-space.ts';
import { subtract } from './address-set.ts';
import type { Internet } from './internet.ts';
import { exactly } from './passage.ts';
import { merged, portsOf } from './way.ts';

/** What security groups let the whole internet in on, whether or not it gets there. */
export class OpenPorts {
  readonly #internet: Internet;
  readonly #known = new Map<string, readonly OpenRule[]>();

  constructor(internet: Internet) {
    this.#internet = internet;
  }

  of(groupIds: readonly string[]): readonly OpenRule[] {
    const key = groupIds.join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    const open = (['ipv4', 'ipv6'] as const).flatMap((family) => this.#ofFamily(groupIds, family));
    this.#known.set(key, open);
    return open;
  }

  #ofFamily(groupIds: readonly string[], family: Family): readonly OpenRule[] {
    const passages = this.#internet.protocols(family).map((protocol) => {
      const { sure } = this.#internet.groups.of(groupIds, 'ingress', family, protocol);
      const whole = sure.filter(({ sources }) => subtract(publicSpace[family], sources).length === 0);
      return { protocol, passage: exactly(whole.map((slab) => ({ ...slab, sources: publicSpace[family] }))) };
    });
    return merged(passages).flatMap(({ protocol, passage }) =>
      passage.sure.flatMap((slab) => portsOf(protocol, slab).map((ports) => ({ family, protocol, ...ports }))),
    );
  }
}
