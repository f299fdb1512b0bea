import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

/**
 * The text of `client.generated.ts`: the page's script and style as strings, because where the report is written
 * (a Lambda's bundle) there is neither a bundler nor the source. `npm run generate` writes it; a test holds it fresh.
 */
export async function bundleClient(): Promise<string> {
  const [script, style] = await Promise.all([bundledScript(), minifiedStyle()]);
  return [
    '// Generated from lib/deliver/html/client by `npm run generate`. Do not edit.',
    '',
    '/** The page’s script. */',
    '// prettier-ignore',
    `export const clientScript = ${JSON.stringify(script)};`,
    '',
    '/** The page’s style. */',
    '// prettier-ignore',
    `export const clientStyle = ${JSON.stringify(style)};`,
    '',
  ].join('\n');
}

async function bundledScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2023', 'chrome120', 'firefox120', 'safari17'],
    charset: 'utf8',
    legalComments: 'none',
  });
  return closed(outputFiles[0]!.text.trim());
}

async function minifiedStyle(): Promise<string> {
  const { code } = await transform(await readFile(here('style.css'), 'utf8'), { loader: 'css', minify: true });
  return closed(code.trim());
}

/** No text may end the element that it is put in. */
function closed(text: string): string {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error('the text would end its element');
  return text;
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
