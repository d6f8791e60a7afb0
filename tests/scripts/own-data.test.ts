import { cp, mkdtemp, readdir, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../../scripts/lib/dataset';
import { datasetAt } from '../../scripts/lib/own-data';

const CASES = path.join(REPOSITORY, 'tests', 'data', 'import', 'cases');

describe('data from the command line', () => {
  it('is a folder, an archive or a file; what was prepared is taken again, and changes are seen', async () => {
    const folder = path.join(await mkdtemp(path.join(tmpdir(), 'own-data-')), 'tweets');
    await cp(path.join(CASES, 'movietweetings'), folder, { recursive: true });
    const said: string[] = [];
    const first = await datasetAt(folder, (line) => said.push(line));
    expect(first.ratings.count).toBe(600);
    expect(said.some((line) => line.startsWith('600 ratings'))).toBe(true);
    expect(said.at(-1)).toMatch(/^kept in /);

    const again: string[] = [];
    const second = await datasetAt(folder, (line) => again.push(line));
    expect(again).toEqual([expect.stringMatching(/^taken from /)]);
    expect(second.ratings).toEqual(first.ratings);
    expect(second.manifest).toEqual(first.manifest);

    const later = new Date(Date.now() + 60_000);
    for (const file of await readdir(folder)) await utimes(path.join(folder, file), later, later);
    const changed: string[] = [];
    await datasetAt(folder, (line) => changed.push(line));
    expect(changed.at(-1)).toMatch(/^kept in /);
  });

  it('reads an archive of tables by their content', async () => {
    const { ratings, movies } = await datasetAt(path.join(CASES, 'anime-archive.zip'), () => undefined); // prettier-ignore
    expect(ratings.count).toBeGreaterThan(100);
    expect(movies.title[0]).toMatch(/[a-z]/i);
  });
});
