import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const eslint = new ESLint({ cwd: path.resolve(import.meta.dirname, '../..') });

/** What the lint forbids in made-up code of a file of that name. */
async function forbidden(filePath: string): Promise<string[]> {
  const code = [
    'export const a = Math.random();',
    'export const b = (store) => store.setState({});',
    'export const c = (tensor) => tensor.dataSync();',
    "export const d = { '--hue': 1 };",
    "export const e = (element) => element.style.setProperty('--hue', 1);",
  ];
  const [{ messages }] = await eslint.lintText(code.join('\n'), { filePath });
  return messages.map(({ line }) => ['random', 'setState', 'read', 'custom', 'custom'][line - 1]);
}

it.each([
  ['src/data/a.ts', ['random']],
  ['app/engine/a.ts', ['random', 'setState']],
  ['app/App.tsx', ['random', 'setState', 'custom', 'custom']],
  ['app/components/race/a.tsx', ['random', 'setState', 'custom', 'custom']],
  ['app/lessons/a.ts', ['random', 'setState', 'custom', 'custom']],
  ['app/workers/adapter/a.ts', ['random', 'read']],
  ['app/store/a.ts', ['random']],
])('the lint forbids in %s: %j', async (file, what) => {
  expect(await forbidden(file)).toEqual(what);
});
