/**
 * The state of an account of an organization; undefined where the answer does not say one. `State` replaced `Status`, which was
 * retired on 2026-09-09 (Organizations API Reference, "Account").
 */
export function accountState({
  State,
  Status,
}: {
  readonly State?: string | undefined;
  readonly Status?: string | undefined;
}): string | undefined {
  return State ?? Status;
}
