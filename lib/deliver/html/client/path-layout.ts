/** Where a box of the picture stands. */
export interface Box {
  readonly x: number;
  readonly y: number;
}

/** The picture of a path: boxes in order, and the lines between them and the heads of their arrows as SVG path data. */
export interface PathLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly string[];
  readonly heads: readonly string[];
}

/** The size of a box and the room for an arrow beside it and below it, in pixels. */
export const boxSize = { width: 186, height: 74, beside: 30, below: 30 } as const;

/** Boxes from left to right, in as many rows as the width demands; a row's last box leads to the next row's first. */
export function layoutPath(count: number, available: number): PathLayout {
  const { width, height, beside, below } = boxSize;
  const columns = Math.max(1, Math.floor((available - 2 + beside) / (width + beside)));
  const boxes = Array.from({ length: count }, (_, at) => ({
    x: 1 + (at % columns) * (width + beside),
    y: 1 + Math.floor(at / columns) * (height + below),
  }));
  return {
    width: 2 + Math.min(count, columns) * (width + beside) - beside,
    height: 2 + Math.ceil(count / columns) * (height + below) - below,
    boxes,
    lines: boxes.slice(1).map((to, at) => line(boxes[at]!, to)),
    heads: boxes.slice(1).map((to, at) => head(boxes[at]!, to)),
  };
}

function line(from: Box, to: Box): string {
  const { width, height, below } = boxSize;
  if (from.y === to.y) return `M${from.x + width} ${from.y + height / 2}H${to.x - 5}`;
  const start = `M${from.x + width / 2} ${from.y + height}`;
  if (from.x === to.x) return `${start}V${to.y - 5}`;
  return `${start}V${from.y + height + below / 2}H${to.x + width / 2}V${to.y - 5}`;
}

/** Points at the left side of the next box, or at its top where that stands in another row. */
function head(from: Box, to: Box): string {
  const { width, height } = boxSize;
  if (from.y === to.y) return `M${to.x - 9} ${to.y + height / 2 - 5}L${to.x - 1} ${to.y + height / 2}l-8 5z`;
  return `M${to.x + width / 2 - 5} ${to.y - 9}L${to.x + width / 2} ${to.y - 1}l5 -8z`;
}
