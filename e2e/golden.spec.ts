import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { goldenFiles } from '../scripts/lib/golden-files';
import { expect, test } from './fixtures';
import { missingBackend } from './pages/backends';

/** As on cpu and wasm (`npm run golden`), of each tensor's largest magnitude. */
const TOLERANCE = 1e-4;

/** The model with its checks as one script, without the page around it. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: path.resolve(import.meta.dirname, 'golden/page.ts'),
        output: { codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}

for (const backend of ['webgl', 'webgpu']) {
  test(`${backend} agrees with the reference vectors`, async ({ page, guard }) => {
    test.slow();
    guard.allowErrors(/WebGL|WebGPU|GPU|webgl|webgpu/);
    const code = await bundle();
    await page.route('**/golden.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: code }),
    );
    await page.route('**/golden.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="golden.js"></script>',
      }),
    );
    await page.goto('./golden.html');
    const missing = await missingBackend(page, backend);
    test.skip(missing !== null, missing ?? '');
    await page.waitForFunction(() => 'compareWithGolden' in window);
    const { folder, files } = goldenFiles();
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const golden = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown;
      const comparisons = await page.evaluate(
        ([name, vectors]) => window.compareWithGolden(name as string, vectors),
        [backend, golden],
      );
      expect(comparisons.length, file).toBeGreaterThan(0);
      const wrong = comparisons.filter(({ error }) => !(error <= TOLERANCE));
      expect.soft(wrong, `${file} on ${backend}`).toEqual([]);
    }
  });
}
