import type { Unread } from '../../model/unread.ts';
import type { Stopped } from './subnet-entrance.ts';
import type { Way } from './way.ts';

/** What clients reach, and what stops them, by the id of an interface, a load balancer or a function. */
export class Deliveries {
  readonly #ways = new Map<string, Way[]>();
  readonly #stops = new Map<string, Stopped[]>();
  readonly #unread = new Map<string, Unread[]>();

  arrive(id: string, way: Way): void {
    put(this.#ways, id, way);
  }

  stop(id: string, stopped: Stopped): void {
    put(this.#stops, id, stopped);
  }

  gap(id: string, unread: Unread): void {
    put(this.#unread, id, unread);
  }

  waysTo(id: string): readonly Way[] {
    return this.#ways.get(id) ?? [];
  }

  stopsOf(id: string): readonly Stopped[] {
    return this.#stops.get(id) ?? [];
  }

  unreadOf(id: string): readonly Unread[] {
    return this.#unread.get(id) ?? [];
  }

  /** Ids of the functions that load balancers invoke. */
  get functions(): readonly string[] {
    return [...this.#ways.keys()].filter((id) => id.includes(':function:'));
  }
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
