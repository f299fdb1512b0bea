import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnWidth, pad, shorten } from './column-width.ts';
import { plainText } from './plain-text.ts';
import { momentText } from './words.ts';

const anyText = fc.string({ unit: 'binary' });
const lone = fc.constantFrom('\uD800', 'a\uDC00b');

it('leaves no control, bidirectional or line-breaking character, and no lone surrogate', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, lone), (text) => {
      const plain = plainText(text);
      expect(plain.isWellFormed()).toBe(true);
      expect(plain).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u);
    }),
  );
});

it('shows a terminal’s escape sequence instead of obeying it', () => {
  expect(plainText('\u001B[2J\u001B]0;x\u0007')).toBe('\uFFFD[2J\uFFFD]0;x\uFFFD');
});

it('keeps ordinary names', () => {
  expect(plainText('経理部 共有 (é) 👩 web-1')).toBe('経理部 共有 (é) 👩 web-1');
});

it('counts a full-width character as two columns', () => {
  expect(columnWidth('点検 ok')).toBe(7);
  expect(columnWidth('ｱ')).toBe(1);
  expect(columnWidth('e\u0301')).toBe(1);
});

it('shortens to the columns asked for, and never splits a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, columns) => {
      const short = shorten(text, columns);
      expect(columnWidth(short)).toBeLessThanOrEqual(columns);
      expect(short.isWellFormed()).toBe(true);
      expect(columnWidth(pad(text, columns))).toBe(columns);
    }),
  );
});

it('shortens only what is too long', () => {
  expect(shorten('点検', 4)).toBe('点検');
  expect(shorten('点検中', 5)).toBe('点検…');
});

it('tells a moment in the reader’s zone', () => {
  expect(momentText('2026-11-22T20:05:00.000Z', 'ja')).toBe('2026-11-23 05:05 JST');
  expect(momentText('2026-11-22T20:05:00.000Z', 'en')).toBe('2026-11-22 20:05 UTC');
  expect(momentText('never', 'en')).toBe('never');
});
