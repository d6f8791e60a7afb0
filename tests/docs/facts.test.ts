import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRINTS } from '../../app/protocol/lab-tables/paper';
import { FACTS } from '../../app/lessons/facts';
import { REPOSITORY } from '../../scripts/lib/dataset';
import { factsOf, familyFactsOf } from '../../scripts/lib/facts';
import { readFamilyRows, readFamilySummaries, readRows } from '../../scripts/lib/recorded';
import {
  summarise,
  type FamilyResult,
  type FamilySummary,
} from '../../src/model/evaluation/family-summary';
import { difference, finding } from '../../src/statistics/paired';

const read = (file: string): Promise<string> => readFile(path.join(REPOSITORY, file), 'utf8');

const families = async (): Promise<FamilySummary[]> =>
  readFamilySummaries(path.join(REPOSITORY, 'public/recorded/families.json'));

describe('the table of facts', () => {
  it('is what the recorded rows say', async () => {
    const rows = await readRows(path.join(REPOSITORY, 'public/recorded/lab.json'));
    expect(FACTS).toEqual({ ...factsOf(rows), ...familyFactsOf(await families()) });
  });

  it('carries what the lesson on two tastes says in words', async () => {
    const found = (await families()).find(({ system }) => system === 'anonymous-film-attention')!;
    const { difference, seeds } = found;
    expect(seeds).toHaveLength(5);
    expect(difference!['two-tastes'].finding).toBe('more');
    expect(difference!['but-not'].finding).toBe('more');
    // Nothing is lost where one vector is enough: the bar of the declaration.
    expect(difference!.ordinary.episodes.low).toBeGreaterThan(-0.015);
  });

  it('carries what the lesson on two tastes says of the controls', async () => {
    const results = await readFamilyRows<FamilyResult>(
      path.join(REPOSITORY, 'docs/results/families.json'),
    );
    const findings = (system: string, reference: string) => {
      const summaries = summarise(results, new Map([[system, reference]]));
      const { difference, seeds } = summaries.find((summary) => summary.system === system)!;
      expect(seeds).toHaveLength(5);
      const of = ['two-tastes', 'but-not', 'few'] as const;
      return of.map((family) => difference![family].finding);
    };
    // Two tastes, this-but-not-that, few likes.
    expect(findings('film-attention', 'film-uniform')).toEqual(['more', 'less', 'none shown']);
    expect(findings('film', 'plain').slice(0, 2)).toEqual(['none shown', 'none shown']);
    expect(findings('film-attention', 'plain-attention')).toEqual(['none shown', 'none shown', 'more']); // prettier-ignore
  });

  it('carries what the lesson on limits says in words', () => {
    const at = (name: keyof typeof FACTS): number => FACTS[name].mean;
    // Each simple method is weak at the other's task.
    expect(at('anonymous, item-kNN, genre')).toBeLessThan(
      at('anonymous, genre profile, genre') / 2,
    );
    expect(at('anonymous, genre profile, person')).toBeLessThan(at('anonymous, item-kNN, person'));
    expect(at('rating, MetaCS-DNN')).toBeLessThan(at('rating, CMML-FiLM'));
  });

  it('shows the difference that the lesson calls a win, over seeds', async () => {
    const rows = await readRows(path.join(REPOSITORY, 'public/recorded/lab.json'));
    const maeOf = (system: string) =>
      new Map(
        rows
          .filter((r) => r.setting === 'rating' && r.treatment === 'plain' && r.system === system)
          .map((r) => [r.seed, Number(r.mae)] as const),
      );
    expect(finding(difference(maeOf('metacs-5'), maeOf('cmml-film'))!)).toBe('less');
  });

  it('is the only source of figures: a lesson types no figure of its own', async () => {
    // Years of the data and of a citation, neutral values of FiLM, and what is counted on screen.
    const allowed = new Set(['2016', '10', '2308.08354', '0', '1']);
    const folders = await readdir(path.join(REPOSITORY, 'app', 'lessons'), { recursive: true });
    const lessons = folders.filter((file) => /[\\/](en|zh|es)\.tsx$/.test(file));
    expect(lessons.length).toBeGreaterThan(25);
    const typed: string[] = [];
    for (const file of lessons) {
      const prose = (await read(path.join('app', 'lessons', file))).replace(/^import .*$/gm, '').replace(/<Fact of="[^"]*" \/>/g, ''); // prettier-ignore
      for (const [figure] of prose.matchAll(/\d[\d.,]*\d|\d/g)) {
        if (!allowed.has(figure) && figure !== '1990') typed.push(`${file}: ${figure}`);
      }
    }
    expect(typed).toEqual([]);
  });
});

describe('what is said of the paper', () => {
  it('four ways of modulating within a point of each other', () => {
    const [table] = PRINTS.scenario;
    const recalls = ['cmml-film', 'cmml-soft', 'cmml-linear', 'cmml-sigmoid'].map(
      (system) => table.figures[system as keyof typeof table.figures],
    );
    for (const metric of ['recall@10', 'recall@20', 'recall@50'] as const) {
      const means = recalls.map((row) => (row as Record<string, readonly number[]>)[metric][0]);
      expect(Math.max(...means) - Math.min(...means)).toBeLessThan(1);
    }
    expect(table.seeds).toBe(5);
  });
});
