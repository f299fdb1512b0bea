import type { PortRange } from '../../../model/network/allowed-ports.ts';
import type { Hop } from '../../../model/network/hop.ts';

/** A range in pieces, cut wherever one of these ranges begins or ends. */
export function piecesOf({ fromPort, toPort }: PortRange, edges: readonly PortRange[]): readonly PortRange[] {
  const starts = [fromPort];
  for (const edge of edges) {
    if (edge.fromPort > fromPort && edge.fromPort <= toPort) starts.push(edge.fromPort);
    if (edge.toPort >= fromPort && edge.toPort < toPort) starts.push(edge.toPort + 1);
  }
  const cuts = starts.toSorted((a, b) => a - b).filter((port, at, all) => port !== all[at - 1]);
  return cuts.map((port, at) => ({ fromPort: port, toPort: (cuts[at + 1] ?? toPort + 1) - 1 }));
}

/** Neighbouring pieces with the same hops as one. */
export function joined<Piece extends PortRange & { readonly hops: readonly Hop[] }>(
  pieces: readonly Piece[],
): readonly Piece[] {
  const rules = ({ hops }: Piece): string => hops.map(({ id, ruleId }) => `${id} ${ruleId}`).join('|');
  return pieces.reduce<Piece[]>((all, piece) => {
    const before = all.at(-1);
    if (before && rules(before) === rules(piece)) all[all.length - 1] = { ...before, toPort: piece.toPort };
    else all.push(piece);
    return all;
  }, []);
}
