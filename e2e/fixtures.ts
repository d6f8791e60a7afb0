/**
 * The tests' `test` and `expect`: a page that must stay silent and at home. A test fails at its end
 * when the page wrote an error to the console, threw, or asked anything of another origin, unless
 * the test said beforehand that it provokes just that.
 */
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { BEEN_HERE } from '../app/store/opening';
import { comeBack, Workbench } from './pages/workbench';

export class Guard {
  private readonly errors: string[] = [];
  private readonly requests: URL[] = [];
  private readonly homes = new Set<string>();
  private readonly allowed: RegExp[] = [];

  /** Errors that match belong to what the test does (a missing file, a killed worker). */
  allowErrors(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  /** A place that the test itself serves the page from. */
  allowHome(address: string): void {
    this.homes.add(new URL(address).origin);
  }

  /** Listens to everything that `page` and its workers say and ask for. */
  watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.errors.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.errors.push(`thrown: ${error.message}`));
    page.on('request', (request) => this.requests.push(new URL(request.url())));
  }

  verify(): void {
    const unexpected = this.errors.filter((line) => !this.allowed.some((rule) => rule.test(line)));
    expect(unexpected, 'errors on the console').toEqual([]);
    const strangers = this.requests.filter(
      ({ protocol, origin }) => !/^(data|blob|about):$/.test(protocol) && !this.homes.has(origin),
    );
    expect(strangers.map(String), 'requests that leave the origin').toEqual([]);
  }
}

interface Fixtures {
  /** Whoever opens the page has been here before: it shows no opening. */
  returning: boolean;
  guard: Guard;
  workbench: Workbench;
  /** Fails on any accessibility violation that axe finds on the page as it is, or in these regions of it. */
  checkAccessibility: (what: string, regions?: readonly string[]) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  returning: [true, { option: true }],
  page: async ({ page, returning }, use) => {
    if (returning) await page.addInitScript(comeBack, BEEN_HERE);
    await use(page);
  },
  guard: [
    async ({ page, baseURL }, use) => {
      const guard = new Guard();
      guard.allowHome(baseURL ?? '');
      guard.watch(page);
      await use(guard);
      guard.verify();
    },
    { auto: true },
  ],
  workbench: async ({ page }, use) => use(new Workbench(page)),
  checkAccessibility: async ({ page }, use) =>
    use(async (what, regions = []) => {
      await page.evaluate(restOfAnimations);
      const axe = new AxeBuilder({ page });
      for (const region of regions) {
        await expect(page.locator(region).first(), `${region} of ${what}`).toBeAttached();
        axe.include(region);
      }
      const { violations } = await axe.analyze();
      const lines = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          (node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
        ),
      );
      expect(lines, `axe on ${what}`).toEqual([]);
    }),
});

/**
 * Runs in the page: waits a while for what is fading in, which half way has the contrast of neither end.
 * Some animations end never, those of scrolling for one.
 */
async function restOfAnimations(): Promise<void> {
  const ends = document.getAnimations().map(({ finished }) => finished.catch(() => undefined));
  const enough = new Promise((resolve) => setTimeout(resolve, 600));
  await Promise.race([Promise.all(ends), enough]);
}

export { expect };
