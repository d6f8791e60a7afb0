/** The bundled data as the tests read it: from the files, not from the page that they check. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadMovies } from '../src/data/dataset';
import { GENRES } from '../src/data/types';

const FOLDER = path.resolve(import.meta.dirname, '../public/datasets/movielens-small');

export type Genre = (typeof GENRES)[number];

export interface Catalogue {
  titles: string[];
  years: Int16Array;
  /** Whether a movie has a genre. */
  is(item: number, genre: Genre): boolean;
  /** Items of a scenario, by its id (`comedy+romance`). */
  itemsOf(scenario: string): Set<number>;
  /** Item of a title as it stands in the data (`Alien`), for years that it is unique in. */
  find(title: string, year: number): number;
}

let loaded: Promise<Catalogue> | null = null;

async function load(): Promise<Catalogue> {
  const { movies, scenarios } = await loadMovies(async (file) => {
    const body = await readFile(path.join(FOLDER, file));
    return body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength) as ArrayBuffer;
  });
  return {
    titles: movies.title,
    years: movies.year,
    is: (item, genre) => ((movies.genres[item] >>> GENRES.indexOf(genre)) & 1) === 1,
    itemsOf: (id) => {
      const scenario = scenarios.find((one) => one.id === id);
      if (!scenario) throw new Error(`no scenario ${id}`);
      return new Set(scenario.items);
    },
    find: (title, year) => {
      const item = movies.title.findIndex((one, i) => one === title && movies.year[i] === year);
      if (item < 0) throw new Error(`no movie ${title} (${year})`);
      return item;
    },
  };
}

export function catalogue(): Promise<Catalogue> {
  loaded ??= load();
  return loaded;
}
