/** How a resource is called that has an id of AWS's and a name of its owner's: by both, for a person knows one of them. */
export function labelled(id: string, name: string | undefined): string {
  return name && name !== id ? `${name} (${id})` : id;
}
