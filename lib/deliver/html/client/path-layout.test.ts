import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxSize, layoutPath, type Box } from './path-layout.ts';

describe('layoutPath', () => {
  it('goes from left to right while there is room', () => {
    const { boxes, width } = layoutPath(3, 1000);
    expect(boxes.map(({ y }) => y)).toEqual([1, 1, 1]);
    expect(width).toBe(2 + 3 * boxSize.width + 2 * boxSize.beside);
  });

  it('goes down where there is room for one', () => {
    expect(layoutPath(3, 100).boxes.map(({ x }) => x)).toEqual([1, 1, 1]);
  });

  it('draws every box once, in order, inside the picture and apart from every other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 50, max: 3000 }), (count, available) => {
        const { boxes, lines, width, height } = layoutPath(count, available);
        expect(boxes).toHaveLength(count);
        expect(lines).toHaveLength(count - 1);
        expect(boxes.every(({ x, y }) => x + boxSize.width < width && y + boxSize.height < height)).toBe(true);
        expect(width).toBeLessThanOrEqual(Math.max(available, boxSize.width + 2));
        const isAfter = (one: Box, other: Box): boolean =>
          other.y > one.y ? other.y >= one.y + boxSize.height : other.y === one.y && other.x >= one.x + boxSize.width;
        expect(boxes.slice(1).every((box, at) => isAfter(boxes[at]!, box))).toBe(true);
      }),
    );
  });
});
