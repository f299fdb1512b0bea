/** Which requests a fault hits: every n-th (default: each) of these operations (default: all). */
export interface Hits {
  readonly every?: number;
  /** As the service's loopback names them. */
  readonly operations?: readonly string[];
}

/** Counts the requests that `hits` names, and says which of them it hits. */
export function hitCounter(hits: Hits | undefined): (operation: string) => boolean {
  let seen = 0;
  return (operation) => {
    if (!hits || (hits.operations && !hits.operations.includes(operation))) return false;
    seen += 1;
    return seen % (hits.every ?? 1) === 0;
  };
}
