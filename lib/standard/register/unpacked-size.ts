const endSignature = 0x06_05_4b_50;
const entrySignature = 0x02_01_4b_50;
const endLength = 22;
const entryLength = 46;
/** In the place of a size that stands in the extra field, of 64 bits. */
const elsewhere = 0xff_ff_ff_ff;

/** A byte of DEFLATE holds at most so many (zlib, "Technical Details": maximum compression factor). */
const mostPerByte = 1032;

/**
 * The most bytes that a ZIP archive may unpack to, by its directory alone ("APPNOTE.TXT", PKWARE, 4.3.12 and 4.3.16): what
 * each entry says of itself, or what it could hold at most where it says nothing. Undefined where there is no directory.
 */
export function unpackedSize(archive: Uint8Array): number | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  // A directory of 64 bits may stand anywhere: no register needs one.
  if (end === undefined || view.getUint32(end + 12, true) === elsewhere) return undefined;
  const count = view.getUint16(end + 10, true);
  let [at, total] = [view.getUint32(end + 16, true), 0];
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature) return undefined;
    total += sizeAt(view, at);
    at += entryLength + [28, 30, 32].reduce((length, offset) => length + view.getUint16(at + offset, true), 0);
  }
  return total;
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - 0xff_ff);
  for (let at = view.byteLength - endLength; at >= first; at -= 1)
    if (view.getUint32(at, true) === endSignature) return at;
  return undefined;
}

function sizeAt(view: DataView, at: number): number {
  const packed = view.getUint32(at + 20, true);
  const said = view.getUint32(at + 24, true);
  if (said > 0 && said !== elsewhere) return said;
  const isStreamed = (view.getUint16(at + 8, true) & 8) !== 0;
  if (packed === 0 && !isStreamed) return 0;
  return mostPerByte * (packed === 0 || packed === elsewhere ? view.byteLength : packed);
}
