/** The opening: a stranger is guessed, and the recorded people that it is played with. */
import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Challenge } from '../../app/lessons/cold-start/challenge-format';

export const opening = (page: Page): Locator => page.locator('.opening');
export const chapter = (page: Page, name: string): Locator =>
  page.locator(`#opening-title[data-chapter="${name}"]`);

export async function people(): Promise<Challenge['people']> {
  const file = path.resolve(import.meta.dirname, '../../public/recorded/challenge.json');
  return (JSON.parse(await readFile(file, 'utf8')) as Challenge).people;
}

export const loved = (films: { title: string; stars: number }[]) =>
  films.filter(({ stars }) => stars >= 4).map(({ title }) => title);

/** Chooses films by their titles, as `press` does it. */
export async function choose(
  page: Page,
  titles: string[],
  press: (film: Locator) => Promise<void>,
) {
  for (const title of titles) {
    const film = opening(page).getByRole('button', {
      name: new RegExp(`^${title.replace(/[.*+?()]/g, '\\$&')} \\(`),
    });
    await press(film);
    await expect(film).toHaveAttribute('aria-pressed', 'true');
  }
}
