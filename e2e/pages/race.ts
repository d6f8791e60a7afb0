import { expect, type Locator, type Page } from '@playwright/test';

/** The race: its three views, their runs and their results. */
export class Race {
  readonly root: Locator;
  readonly progress: Locator;
  /** What was stopped early, and what is missing of it. */
  readonly stopped: Locator;

  constructor(page: Page) {
    this.root = page.locator('#race');
    this.progress = this.root.getByRole('progressbar');
    this.stopped = this.root.locator('.race-stopped');
  }

  async view(name: 'This support set' | 'Validation tasks' | 'Cost'): Promise<void> {
    await this.root.getByRole('radio', { name, exact: true }).click();
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** Presses Stop, again where that was so soon after the start that it counted as part of it. */
  async stop(): Promise<void> {
    await expect(async () => {
      await this.button('Stop').click({ timeout: 1000 });
      await expect(this.stopped).toBeVisible({ timeout: 500 });
    }).toPass();
  }

  /** Waits until everything that was started has run. */
  async finished(timeout = 80_000): Promise<void> {
    await expect(this.progress).toHaveCount(0, { timeout });
  }

  row(system: string): Locator {
    return this.root.locator(`.race-board tr[data-system="${system}"]`);
  }

  /** The value behind a bar: `quality`, or milliseconds to `adapt` or to `score`. */
  async value(system: string, column: 'quality' | 'adapt' | 'score'): Promise<number> {
    return Number(await this.row(system).locator(`.of-${column}`).getAttribute('data-value'));
  }

  chart(title: string): Locator {
    return this.root.getByRole('figure', { name: title, exact: true });
  }

  /** The table that says what a chart shows, row by row; the chart is shown again after. */
  async table(title: string): Promise<string[][]> {
    const chart = this.chart(title);
    const toggle = chart.getByRole('button', { name: 'As table', exact: true });
    await toggle.click();
    const rows = await chart
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
      );
    await toggle.click();
    return rows;
  }
}
