import { expect, type Locator, type Page } from '@playwright/test';
import { numberOf, Picture } from './picture';
import { Recommendations } from './recommendations';
import { SupportSet } from './support-set';
import { Training } from './training';

/** In the page, before anything of it runs: a visitor who has been here. */
export function comeBack(key: string): void {
  try {
    localStorage.setItem(key, 'yes');
  } catch {
    // A blank page, or storage is blocked: then every visit is a first one.
  }
}

/** What the map calls its large dot, by whose it is. */
export const OWNERS = ['you', 'these films', 'the stranger'];

/** The page as a whole: opening it, waiting for the model, its header and its messages. */
export class Workbench {
  readonly support: SupportSet;
  readonly recommendations: Recommendations;
  readonly training: Training;
  readonly backbone: Picture;
  readonly context: Picture;
  readonly badge: Locator;
  readonly notices: Locator;
  /** The sentence on what the last change did. */
  readonly narrator: Locator;

  constructor(readonly page: Page) {
    this.support = new SupportSet(page);
    this.recommendations = new Recommendations(page);
    this.training = new Training(page);
    this.backbone = new Picture(page.locator('#backbone'));
    this.context = new Picture(page.locator('#context .context-map'));
    this.badge = page.locator('.badge [data-backend], .badge[data-backend]');
    this.narrator = page.getByTestId('narrator');
    this.notices = page.getByRole('region', { name: 'Messages' });
  }

  /** Opens the page with these parameters and waits for the model's first own answer. */
  async open(parameters: Record<string, string> = {}, timeout?: number): Promise<void> {
    await this.goto(parameters);
    await this.live(timeout);
  }

  async goto(parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams(parameters).toString();
    await this.page.goto(query ? `./?${query}` : './');
  }

  /** Waits until the ranking was computed here, for the support set that is shown. */
  async live(timeout = 45_000): Promise<void> {
    await expect(
      this.page.locator('#recommendations [data-source="live"]:not([data-waiting])'),
    ).toBeVisible({
      timeout,
    });
  }

  /** Waits until a stream has ended and the ranking answers the present support set. */
  async settled(timeout?: number): Promise<void> {
    await expect(this.support.root.getByTestId('arriving')).toHaveCount(0, { timeout: 20_000 });
    await this.live(timeout);
  }

  setting(name: 'Genre' | 'New visitor'): Locator {
    return this.page
      .getByRole('radiogroup', { name: 'Setting' })
      .getByRole('radio', { name, exact: true });
  }

  /** Opens the door at the end of the page: race, lab and own data are behind it. */
  async openResearchers(): Promise<void> {
    const door = this.page.locator('#researchers h2 button');
    if ((await door.getAttribute('aria-expanded')) === 'false') await door.click();
    await expect(door).toHaveAttribute('aria-expanded', 'true');
  }

  /** Opens a lesson by its heading; the one that was open closes. */
  async openLesson(id: string): Promise<Locator> {
    const lesson = this.page.locator(`#lesson-${id}`);
    await lesson.locator('h3 button').click();
    await expect(lesson.locator('.lesson-action')).toBeVisible();
    return lesson;
  }

  view(name: 'FiLM' | 'Cells' | 'Routes' | 'Explain'): Locator {
    return this.page.locator('#backbone').getByRole('radio', { name, exact: true });
  }

  /** Where the visitor's own point stands on the context map, on the map's axes. */
  async ownPoint(): Promise<[number, number]> {
    const row = (await this.context.table()).find(([name]) => OWNERS.includes(name));
    if (!row) throw new Error('the map does not show the visitor’s point');
    return [numberOf(row[2]), numberOf(row[3])];
  }

  notice(code: string): Locator {
    return this.notices.locator(`[data-code="${code}"]`);
  }
}
