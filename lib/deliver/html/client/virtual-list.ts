/** A list that holds only the rows in sight. */
export interface VirtualList {
  readonly box: HTMLElement;
  /** Shows `total` rows from the top, or keeps the place when `keep` is set. */
  fill(total: number, keep?: boolean): void;
  /** Brings a row into sight. */
  reveal(row: number): void;
  /** Draws the rows in sight again. */
  draw(): void;
}

/** Rows above and below what is in sight, so that scrolling finds them drawn. */
const spare = 6;

/** Makes `box` scroll over rows of equal height (in pixels), drawn by `row`. */
export function virtualList(box: HTMLElement, height: number, row: (place: number) => HTMLElement): VirtualList {
  const space = document.createElement('div');
  space.className = 'space';
  space.setAttribute('role', 'rowgroup');
  box.append(space);
  let total = 0;
  let drawn = '';
  const draw = (): void => {
    const first = Math.max(0, Math.floor(box.scrollTop / height) - spare);
    const last = Math.min(total, Math.ceil((box.scrollTop + box.clientHeight) / height) + spare);
    const sight = `${first}-${last}`;
    if (sight === drawn) return;
    drawn = sight;
    const rows = Array.from({ length: Math.max(0, last - first) }, (_, step) => {
      const made = row(first + step);
      made.style.top = `${(first + step) * height}px`;
      return made;
    });
    space.replaceChildren(...rows);
  };
  const redraw = (): void => {
    drawn = '';
    draw();
  };
  box.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(box);
  return {
    box,
    fill(newTotal, keep = false) {
      total = newTotal;
      space.style.height = `${total * height}px`;
      if (!keep) box.scrollTop = 0;
      redraw();
    },
    reveal(place) {
      const top = place * height;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
      redraw();
    },
    draw: redraw,
  };
}
