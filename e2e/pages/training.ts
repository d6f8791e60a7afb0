import { expect, type Locator, type Page } from '@playwright/test';

/** The training panel: controls, pickers, curves and their table. */
export class Training {
  readonly root: Locator;

  constructor(private readonly page: Page) {
    this.root = page.locator('#training');
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** Steps trained in this run, as the panel counts them. */
  async step(): Promise<number> {
    return Number(await this.root.locator('[data-step]').getAttribute('data-step'));
  }

  /** Loss of the last step, as computed. */
  async loss(): Promise<number> {
    return Number(await this.root.locator('[data-step]').getAttribute('data-loss'));
  }

  async waitForStep(step: number, timeout = 60_000): Promise<void> {
    await expect
      .poll(() => this.step(), { timeout, message: `training step ${step}` })
      .toBeGreaterThanOrEqual(step);
  }

  async play(): Promise<void> {
    await this.button('Play').click();
  }

  async pause(): Promise<void> {
    // By key: a click waits for still frames, which a busy machine gives late.
    await this.button('Pause').press('Enter');
    await expect(this.button('Play')).toBeEnabled();
  }

  /** Chooses an encoder, a hybrid, a modulation or sizes by name. */
  async choose(picker: 'Encoder' | 'Hybrid' | 'Modulation' | 'Sizes', name: string): Promise<void> {
    await this.root.getByRole('button', { name: new RegExp(`${picker}$`) }).click();
    await this.page
      .getByRole('option')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .click();
  }
}
