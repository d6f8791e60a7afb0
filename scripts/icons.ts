/** `tsx scripts/icons.ts`: draws `app/theme/icon.svg` as the PNG icons of the installed page. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './find-browser';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'public/icons');
const svg = readFileSync(path.join(ROOT, 'app/theme/icon.svg'), 'utf8');

/** A maskable icon is cut to any shape: its drawing keeps to the middle on a full background. */
const VARIANTS = [
  { name: 'icon-192', size: 192, margin: 0 },
  { name: 'icon-512', size: 512, margin: 0 },
  { name: 'maskable-512', size: 512, margin: 56 },
];

mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage();
for (const { name, size, margin } of VARIANTS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html{background:${margin ? '#4b43d6' : 'transparent'}}body{margin:${margin}px}svg{display:block}</style>${svg}`,
  );
  writeFileSync(path.join(FOLDER, `${name}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
console.log(`${VARIANTS.length} icons in ${path.relative(ROOT, FOLDER)}`);
