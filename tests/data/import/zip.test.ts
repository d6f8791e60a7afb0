import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../src/data/import/import-error';
import { isZip, zipSources } from '../../../src/data/import/zip';
import { allText, sourceOf, zipOf } from './sources';

const any = () => true;

describe('zipSources', () => {
  const archive = zipOf({
    'ml-latest/ratings.csv': 'userId,movieId,rating,timestamp\n'.repeat(2000),
    'ml-latest/movies.csv': 'movieId,title,genres\n1,A (1990),Drama\n',
    'ml-latest/README.txt': 'hello',
  });

  it('lists the wanted entries and unpacks each one, repeatedly', async () => {
    const sources = await zipSources(sourceOf('ml.zip', archive, 1000), (n) => n.endsWith('.csv'));
    expect(sources.map((s) => s.name)).toEqual(['ratings.csv', 'movies.csv']);
    expect((await allText(sources[0])).length).toBe(32 * 2000);
    expect(await allText(sources[1])).toContain('A (1990)');
    expect(await allText(sources[1])).toContain('A (1990)');
  });

  it('stops a bomb', async () => {
    const bomb = zipOf({ 'ratings.csv': '0'.repeat(3_000_000) });
    expect(bomb.length).toBeLessThan(20_000);
    const limits = { entryBytes: 1_000_000, entries: 10 };
    const [source] = await zipSources(sourceOf('b.zip', bomb, 500), any, limits);
    await expect(allText(source)).rejects.toThrow(ImportError);
  });

  it('stops an archive of countless entries', async () => {
    const many = zipOf(Object.fromEntries(Array.from({ length: 50 }, (_, k) => [`${k}.txt`, 'x'])));
    await expect(
      zipSources(sourceOf('m.zip', many, 200), any, { entryBytes: 1e6, entries: 20 }),
    ).rejects.toThrow(/more than 20 files/);
  });

  it('knows a zip by its first bytes', () => {
    expect(isZip(archive)).toBe(true);
    expect(isZip(new TextEncoder().encode('userId'))).toBe(false);
  });
});
