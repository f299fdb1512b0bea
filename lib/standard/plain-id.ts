/** What people take for a hyphen, or a Japanese keyboard gives them in its place. */
const hyphens = /[\u2010-\u2015\u2212ー]/g;

/** What comes along when text is copied from a page, and nobody sees. */
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;

/** An id or a region in plain characters: `ａｐ－ｎｏｒｔｈｅａｓｔ－１` is `ap-northeast-1`. */
export function plainId(written: string): string {
  return written.replaceAll(invisible, '').normalize('NFKC').replaceAll(hyphens, '-').trim();
}
