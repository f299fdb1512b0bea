import { appendTo } from '../append-to.ts';
import type { Unread } from '../../model/unread.ts';
import type { Stopped } from './subnet-entrance.ts';
import type { Way } from './way.ts';

/** What clients reach, and what stops them, by the id of an interface, a load balancer or a function. */
export class Deliveries {
  readonly #ways = new Map<string, Way[]>();
  readonly #stops = new Map<string, Stopped[]>();
  readonly #unread = new Map<string, Unread[]>();

  arrive(id: string, way: Way): void {
    appendTo(this.#ways, id, way);
  }

  stop(id: string, stopped: Stopped): void {
    appendTo(this.#stops, id, stopped);
  }

  gap(id: string, unread: Unread): void {
    appendTo(this.#unread, id, unread);
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
