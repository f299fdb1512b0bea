import { plainText } from '../../wording/plain-text.ts';

/** What an element may hold. Strings become text, never markup. */
export type Child = Node | string | number | false | undefined;

type Attributes = Readonly<Record<string, string | number | boolean | ((event: never) => void) | undefined>>;

/**
 * Makes an element. Attributes whose value is a function are listeners (`onclick`), `true` is an attribute without
 * value, `false` and undefined are left out. This is the one place where the page makes elements: no markup is parsed.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(key.slice(2), value as EventListener);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...toNodes(children));
  return made;
}

function toNodes(children: readonly Child[]): (Node | string)[] {
  return children
    .filter((child) => child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}

/** Makes a part of a drawing, as {@link element} makes one of the page. Names of strangers must be plain text already. */
export function drawing(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (SVGElement | string)[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** A name that a stranger chose: its hidden characters are shown, and its direction cannot spill over to what follows. */
export function named(name: string, attributes: Attributes = {}): HTMLElement {
  return element('bdi', attributes, plainText(name));
}

/** An id or an operation that a stranger may have chosen. */
export function code(name: string): HTMLElement {
  return named(name, { class: 'code' });
}

/** Text of several lines, shown as {@link named} shows one. What a copy button copies is the text itself. */
export function multiline(text: string): HTMLElement {
  return element(
    'bdi',
    {},
    text
      .split(/\r?\n/)
      .map((line) => line.replace(/\S.*$/s, plainText))
      .join('\n'),
  );
}

const shapes = [
  'M8 0 16 8 8 16 0 8Z',
  'M8 1 16 15H0Z',
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  'M2 2H14V14H2Z',
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6Z',
];

/** The sign of a severity (its index, worst first): a shape of its own, so that no one needs to see its colour. */
export function sign(severity: number): SVGElement {
  const shape = drawing('path', { d: shapes[severity] ?? shapes[4]! });
  return drawing('svg', { viewBox: '0 0 16 16', class: `sign severity-${severity}`, 'aria-hidden': 'true' }, shape);
}
