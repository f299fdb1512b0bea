import { element } from './element.ts';
import { say, type Page } from './page.ts';

/** A button that puts `text` on the clipboard, exactly as it is. */
export function copyButton(page: Page, text: string): HTMLElement {
  const button = element('button', { type: 'button', class: 'copy' }, say(page, 'copy'));
  const press = async (): Promise<void> => {
    if (!(await copy(text))) return;
    button.textContent = say(page, 'copied');
    setTimeout(() => (button.textContent = say(page, 'copy')), 1500);
  };
  button.addEventListener('click', () => void press());
  return button;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

/** Where the clipboard may not be written by script (a file opened in some browsers), copying a selection still may. */
function copyFromField(text: string): boolean {
  const field = element('textarea', { class: 'away', 'aria-hidden': 'true' });
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
