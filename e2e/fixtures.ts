/**
 * The tests' `test` and `expect`: a page that must stay silent and at home. A test fails at its end
 * when the page wrote an error to the console, threw, or asked anything of another origin, unless
 * the test said beforehand that it provokes just that.
 */
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { Workbench } from './pages/workbench';

export class Guard {
  private readonly errors: string[] = [];
  private readonly strangers: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Errors that match belong to what the test does (a missing file, a killed worker). */
  allowErrors(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  /** Listens to everything that `page` and its workers say and ask for. */
  watch(page: Page, home: string): void {
    const { origin } = new URL(home);
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.errors.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.errors.push(`thrown: ${error.message}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      const local = url.protocol === 'data:' || url.protocol === 'blob:';
      if (!local && url.origin !== origin) this.strangers.push(request.url());
    });
  }

  verify(): void {
    const unexpected = this.errors.filter((line) => !this.allowed.some((rule) => rule.test(line)));
    expect(unexpected, 'errors on the console').toEqual([]);
    expect(this.strangers, 'requests that leave the origin').toEqual([]);
  }
}

interface Fixtures {
  guard: Guard;
  workbench: Workbench;
  /** Fails on any accessibility violation that axe finds on the page as it is. */
  checkAccessibility: (what: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  guard: [
    async ({ page, baseURL }, use) => {
      const guard = new Guard();
      guard.watch(page, baseURL ?? '');
      await use(guard);
      guard.verify();
    },
    { auto: true },
  ],
  workbench: async ({ page }, use) => use(new Workbench(page)),
  checkAccessibility: async ({ page }, use) =>
    use(async (what) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const lines = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          (node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
        ),
      );
      expect(lines, `axe on ${what}`).toEqual([]);
    }),
});

export { expect };
