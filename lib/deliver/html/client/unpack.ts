/** Reads a data block of the page (see `data-block.ts`) and removes it from the document to free its memory. */
export async function unpack<T>(id: string): Promise<T> {
  const block = document.querySelector(`#${id}`);
  const text = block?.textContent ?? '';
  const json = block?.getAttribute('type') === 'application/gzip' ? await gunzip(text) : text;
  block?.remove();
  return JSON.parse(json) as T;
}

async function gunzip(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return await new Response(stream).text();
}
