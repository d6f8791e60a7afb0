import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

type View = 'Tables' | 'Two tastes' | 'Figure 3: contexts' | 'Figure 4: routes';

/** The lab: its tables and their runs, and the paper's two figures. */
export class Lab {
  readonly root: Locator;
  readonly status: Locator;
  /** What the table is measured by, in `data-protocol`, and said. */
  readonly protocol: Locator;

  constructor(private readonly page: Page) {
    this.root = page.locator('#lab');
    this.status = this.root.locator('.lab-status');
    this.protocol = this.root.locator('.lab-note[data-protocol]');
  }

  async view(name: View): Promise<void> {
    await this.root.getByRole('radio', { name, exact: true }).click();
  }

  async table(name: string): Promise<void> {
    await this.root.getByRole('radio', { name, exact: true }).click();
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  row(system: string): Locator {
    return this.root.locator(`tr[data-system="${system}"]`);
  }

  /** Means shown of each system, by what they are: recorded, or run here. */
  async means(kind: 'recorded' | 'run here'): Promise<Map<string, string[]>> {
    const cells = kind === 'recorded' ? '.lab-figure:not(.is-live) b' : '.lab-figure.is-live b';
    const rows = await this.root
      .locator('tbody tr[data-system]')
      .evaluateAll(
        (all, selector) =>
          all.map((row): [string, string[]] => [
            row.getAttribute('data-system')!,
            [...row.querySelectorAll(selector)].map((cell) => cell.textContent ?? ''),
          ]),
        cells,
      );
    return new Map(rows.filter(([, values]) => values.length > 0));
  }

  /** Waits until everything that was started has run. */
  async finished(timeout: number): Promise<void> {
    await expect(this.button('Cancel')).toHaveCount(0, { timeout });
  }

  /** The text of the file that pressing `button` saves. */
  async saved(button: Locator): Promise<string> {
    const downloading = this.page.waitForEvent('download');
    await button.click();
    return readFile(await (await downloading).path(), 'utf8');
  }

  /** Saves the figure of the present view in a format, as named in its menu. */
  async savedFigure(format: RegExp): Promise<string> {
    await this.button('Save').click();
    return this.saved(this.page.getByRole('menuitem', { name: format }));
  }
}
