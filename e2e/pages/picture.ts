import { expect, type Locator } from '@playwright/test';

/** A picture of a panel and its twin, the table that says the same. */
export class Picture {
  constructor(private readonly panel: Locator) {}

  private get toggle(): Locator {
    return this.panel.getByRole('button', { name: 'As table', exact: true });
  }

  /** The twin's cells, row by row, without the header. The picture is shown again after. */
  async table(): Promise<string[][]> {
    // A picture out of sight stays as it was until it is looked at, and then follows the list.
    await this.panel.scrollIntoViewIfNeeded();
    await expect(this.panel.locator('[data-behind]')).toHaveCount(0);
    await this.toggle.click();
    await this.panel.locator('.figure-table').waitFor();
    const rows = await this.panel
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
      );
    await this.toggle.click();
    return rows;
  }
}

/** A number as the page prints it: with a true minus sign and thousands separators. */
export const numberOf = (text: string): number =>
  Number(text.replace('−', '-').replaceAll(',', ''));
