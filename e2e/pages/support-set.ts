import { expect, type Locator, type Page } from '@playwright/test';

export interface SupportPair {
  item: number;
  /** 1 liked, 0 disliked, or stars. */
  label: number;
}

/** The left column: trays, search and tools. */
export class SupportSet {
  readonly root: Locator;
  readonly search: Locator;
  readonly rows: Locator;

  constructor(private readonly page: Page) {
    this.root = page.locator('#support-set');
    this.search = this.root.getByRole('combobox', { name: 'Find a movie to add' });
    this.rows = this.root.locator('[data-support]');
  }

  tray(name: 'Liked' | 'Disliked' | 'Rated'): Locator {
    return this.root.getByRole('region', { name: new RegExp(`^${name},`) });
  }

  row(item: number): Locator {
    return this.root.locator(`[data-support="${item}"]`);
  }

  tool(name: string | RegExp): Locator {
    return this.root
      .getByRole('group', { name: 'Edit the support set' })
      .getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** The pairs in the order shown: liked first, then disliked. */
  async pairs(): Promise<SupportPair[]> {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => ({
        item: Number(row.getAttribute('data-support')),
        label: Number(row.getAttribute('data-label')),
      })),
    );
  }

  async items(): Promise<number[]> {
    return (await this.pairs()).map(({ item }) => item);
  }

  /** Opens the genre picker and takes the genre of that name. */
  async pickGenre(name: string): Promise<void> {
    await this.root.locator('.genre-picker button').click();
    await this.page.getByRole('searchbox', { name: 'Find a genre' }).fill(name);
    await this.page
      .getByRole('option')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first()
      .click();
  }

  /** Finds a movie by the search field and adds the first hit by keyboard. */
  async addBySearch(title: string, { liked = true } = {}): Promise<void> {
    await this.search.fill(title);
    await expect(this.page.getByRole('option').first()).toContainText(title);
    await this.search.press(liked ? 'Enter' : 'Shift+Enter');
    await expect(this.search).toHaveValue('');
  }

  async remove(item: number): Promise<void> {
    await this.row(item).hover();
    await this.row(item)
      .getByRole('button', { name: /^Remove / })
      .click();
    await expect(this.row(item)).toHaveCount(0);
  }
}
