import type { Hop } from '../../../model/network/hop.ts';
import { hopName } from '../../../model/network/hop-name.ts';
import { pathText } from '../../wording/path-text.ts';
import { plainText } from '../../wording/plain-text.ts';
import { drawing, element } from './element.ts';
import { hopIcon } from './hop-icon.ts';
import { middleCut } from './middle-cut.ts';
import type { Page } from './page.ts';
import { boxSize, layoutPath, type Box } from './path-layout.ts';

/** A hop as it is drawn: one that nothing reaches is shown, too. */
interface DrawnHop extends Hop {
  readonly unreached?: true;
}

/** The way of a connection as a picture that follows the width of its place; `resource` is what the finding is about. */
export function pathPicture(page: Page, path: readonly Hop[], resource: string): HTMLElement {
  const hops = withTarget(path, resource);
  const frame = element('div', { class: 'path' });
  let columns = -1;
  const draw = (width: number): void => {
    const layout = layoutPath(hops.length, width);
    if (layout.width === columns) return;
    columns = layout.width;
    frame.replaceChildren(picture(page, hops, path, width));
  };
  draw(640);
  new ResizeObserver(([entry]) => entry && draw(entry.contentRect.width)).observe(frame);
  return frame;
}

/** Behind the control that stops it stands what would be reached. */
function withTarget(path: readonly Hop[], resource: string): readonly DrawnHop[] {
  const last = path.at(-1);
  const isEnd = last?.kind === 'network-interface' || last?.kind === 'resource' || last?.kind === 'load-balancer';
  if (!last?.stops || isEnd) return path;
  return [...path, { kind: 'resource', id: resource, unreached: true }];
}

function picture(page: Page, hops: readonly DrawnHop[], path: readonly Hop[], width: number): SVGElement {
  const layout = layoutPath(hops.length, width);
  const lines = layout.lines.flatMap((d, at) => [
    drawing('path', { class: `way ${hops[at]?.stops ? 'beyond' : ''}`, d }),
    drawing('path', { class: 'arrow', d: layout.heads[at]! }),
  ]);
  const { lang } = page.state;
  return drawing(
    'svg',
    {
      role: 'img',
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      width: layout.width,
      height: layout.height,
      'aria-label': pathText(path, lang),
    },
    ...lines,
    ...hops.map((hop, at) => box(page, hop, layout.boxes[at]!)),
  );
}

/** How many columns of small text fit beside the edges of a box. */
const columnsInBox = 25;

function box(page: Page, hop: DrawnHop, { x, y }: Box): SVGElement {
  const { width, height } = boxSize;
  const { kind, id, name, rule } = hop;
  const called = plainText(name ?? id);
  const said = rule === undefined ? '' : plainText(rule);
  const isInternet = kind === 'internet';
  const state = hop.stops ? 'stops' : hop.unreached ? 'unreached' : '';
  return drawing(
    'g',
    { class: `hop ${kind} ${state}`, transform: `translate(${x} ${y})` },
    drawing(
      'title',
      {},
      [hopName[kind][page.state.lang], plainText(id), said].filter((part) => part !== '').join('\n'),
    ),
    drawing('rect', { width, height, rx: 7 }),
    drawing('path', { class: 'icon', d: hopIcon[kind], transform: 'translate(9 7) scale(0.9)' }),
    drawing('text', { class: 'kind', x: 33, y: 21 }, hopName[kind][page.state.lang]),
    ...(isInternet ? [] : [drawing('text', { class: 'id', x: 11, y: 43 }, middleCut(called, columnsInBox))]),
    ...(said === '' ? [] : [drawing('text', { class: 'rule', x: 11, y: 61 }, middleCut(said, columnsInBox))]),
    ...(hop.stops ? [drawing('path', { class: 'cross', d: `M${width - 20} 9l11 11m0-11l-11 11` })] : []),
  );
}
