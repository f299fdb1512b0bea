/** Facts as NDJSON: one a line, in the order given. Lists and texts keep whatever resource names hold: JSON escapes them. */
export function factsNdjson(facts: readonly object[]): string {
  return facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');
}
