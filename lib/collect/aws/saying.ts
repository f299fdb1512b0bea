/**
 * What a promise's `catch` takes: says in words what a service's error of this name means where the service does not,
 * and throws it on. Other errors pass as they are; `ifSaid` tells apart errors that share a name.
 */
export function saying(
  name: string,
  meaning: string,
  { ifSaid, as = name }: { readonly ifSaid?: RegExp; readonly as?: string } = {},
): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Error) || error.name !== name || (ifSaid && !ifSaid.test(error.message))) throw error;
    throw Object.assign(new Error(`${meaning}: ${error.message}`, { cause: error }), { name: as });
  };
}
