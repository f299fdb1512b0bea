/** What of an ARN or ARM id tells a resource from another of its kind: what follows the last slash or colon. */
export function lastPart(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
}
