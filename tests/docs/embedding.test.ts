import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HIDEABLE } from '../../app/store/address-schemas';
import { PROPERTIES } from '../../app/store/address-table';
import { VERSION } from '../../app/engine/messages';

const page = readFileSync('docs/embedding.md', 'utf8');

it('the page on embedding names every parameter of the address but the time scrubber’s, and every panel', () => {
  const missing = Object.values(PROPERTIES)
    .map(({ name }) => `\`${name}\``)
    .filter((name) => name !== '`checkpoint`' && !page.includes(name));
  expect(missing).toEqual([]);
  for (const panel of HIDEABLE) expect(page).toContain(`\`${panel}\``);
  expect(page).toContain(`cmml: ${VERSION}`);
});
