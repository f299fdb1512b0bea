/** A region or location in its one form: `Japan East` is how the portal writes `japaneast`. */
export function plainRegion(word: string): string {
  return word.toLowerCase().replaceAll(' ', '');
}
