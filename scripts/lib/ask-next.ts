/**
 * `npm run evaluate -- --ask-next`: how fast a model learns from held-out people's answers, by who chooses what they
 * are asked. Each person's ratings answer; what they did not rate they have not seen, and it is skipped.
 */
import { DEFAULT_VARIANT } from '../../app/store/model';
import type { SupportItem } from '../../app/protocol/vocabulary';
import { createRandom, deriveSeed, shuffle, type Random } from '../../src/data/random';
import { KNOWN_FILMS } from '../../src/data/taste/known';
import { RATING_QUERY, ratersOf, type UserRatings } from '../../src/data/tasks/rating';
import type { Dataset } from '../../src/data/types';
import { meanAbsoluteError } from '../../src/model/metrics';
import { interval95, type Interval } from '../../src/statistics/interval';
import { nodeAdapter } from './adapter';
import { evidenceCandidates } from './evidence';

export const METHODS = ['asked', 'evidence', 'random'] as const;
export type Method = (typeof METHODS)[number];

/** Answers each person gives. */
export const ANSWERS = 8;

export interface AskNextRow {
  method: Method;
  /** Answers given, 0 to `ANSWERS`. */
  answers: number;
  /** Mean absolute error over a person's held-out ratings, in stars; over people. */
  mae: Interval;
  /** Less the same with random films, person by person. */
  lessRandom: Interval;
}

export interface AskNextResult {
  seeds: number;
  people: number;
  /** Held-out people who have rated too few known films to give so many answers. */
  leftOut: number;
  known: number;
  rows: AskNextRow[];
}

type Ask = ReturnType<typeof nodeAdapter>;

/** @param seeds draws of what is held out of each person's ratings, and of the random films */
export async function measureAskNext(
  dataset: Dataset,
  seeds: number,
  say: (line: string) => void,
): Promise<AskNextResult> {
  const ask = nodeAdapter(dataset);
  await ask('load', { variant: { setting: 'user', ...DEFAULT_VARIANT.user }, seed: 0 });
  const evidence = await evidenceCandidates(dataset);
  const raters = ratersOf(dataset, 'metaTest');
  /** `[method][person][answers]`, mean over seeds. */
  const errors: Record<Method, number[][]> = { asked: [], evidence: [], random: [] };
  for (const [n, rater] of raters.entries()) {
    const draws = [];
    for (let seed = 0; seed < seeds; seed++) {
      const draw = await errorsOf(ask, rater, evidence, seed);
      if (draw) draws.push(draw);
    }
    // Everybody counts once, with as many draws as everybody else.
    if (draws.length < seeds) continue;
    for (const method of METHODS) {
      errors[method].push(meanOf(draws.map((draw) => draw[method])));
    }
    if (n % 10 === 0) say(`${n} of ${raters.length} people`);
  }
  const people = errors.random.length;
  const column = (method: Method, answers: number) => errors[method].map((row) => row[answers]);
  const rows = METHODS.flatMap((method) =>
    Array.from({ length: ANSWERS + 1 }, (_, answers): AskNextRow => {
      const [own, random] = [column(method, answers), column('random', answers)];
      return {
        method,
        answers,
        mae: interval95(own),
        lessRandom: interval95(own.map((value, k) => value - random[k])),
      };
    }),
  );
  return { seeds, people, leftOut: raters.length - people, known: KNOWN_FILMS, rows };
}

/** By method, the error after 0 to `ANSWERS` answers; null for somebody who cannot give so many. */
async function errorsOf(
  ask: Ask,
  rater: UserRatings,
  evidence: readonly number[],
  seed: number,
): Promise<Record<Method, number[]> | null> {
  const random = createRandom(deriveSeed(seed, `ask next, user ${rater.user}`));
  const drawn = shuffle(random, Array.from(rater.item.keys()));
  const heldOut = drawn.slice(0, RATING_QUERY);
  const answers = new Map(
    drawn.slice(RATING_QUERY).map((k) => [rater.item[k], rater.stars[k]] as const),
  );
  const known = [...answers.keys()].filter((item) => item < KNOWN_FILMS).sort((a, b) => a - b);
  if (known.length < ANSWERS) return null;
  const stars = heldOut.map((k) => rater.stars[k]);
  const errorAfter = async (support: SupportItem[]): Promise<number> => {
    const { scores } = await ask('adapt', { support, select: null });
    const predicted = heldOut.map((k) => Math.min(5, Math.max(0.5, scores[rater.item[k]])));
    return meanAbsoluteError(predicted, stars);
  };
  const ways = choosers(ask, evidence, random);
  const errors: Record<Method, number[]> = { asked: [], evidence: [], random: [] };
  for (const method of METHODS) {
    const support: SupportItem[] = [];
    let left = known;
    errors[method].push(await errorAfter(support));
    while (support.length < ANSWERS) {
      const item = await ways[method](support, left);
      left = left.filter((other) => other !== item);
      support.push({ item, label: answers.get(item)! });
      errors[method].push(await errorAfter([...support]));
    }
  }
  return errors;
}

type Choose = (support: SupportItem[], left: readonly number[]) => Promise<number>;

/** Whom a skipped film tells nothing: the best of those that the person can answer comes next. */
const choosers = (
  ask: Ask,
  evidence: readonly number[],
  random: Random,
): Record<Method, Choose> => ({
  asked: async (support, left) =>
    (await ask('askNext', { support: [...support], candidates: [...left] })).items[0],
  evidence: async (_, left) => evidence.find((item) => left.includes(item))!,
  random: async (_, left) => left[random.integer(left.length)],
});

const meanOf = (rows: readonly number[][]): number[] =>
  rows[0].map((_, k) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length);

const NAMES: Record<Method, string> = {
  asked: 'asked by the model',
  evidence: 'MeLU’s evidence candidates',
  random: 'random known films',
};

const shown = ({ mean, half }: Interval): string =>
  `${mean.toFixed(3)} ± ${half?.toFixed(3) ?? '-'}`;

/** Held-out error after so many answers, and the difference from random films, by method. */
export function formatAskNext({ people, leftOut, known, seeds, rows }: AskNextResult): string {
  const lines = METHODS.flatMap((method) => {
    const own = rows.filter((row) => row.method === method);
    return [
      NAMES[method],
      ...own.map(
        ({ answers, mae, lessRandom }) =>
          `  after ${answers}: MAE ${shown(mae)}${method === 'random' ? '' : `, less random ${shown(lessRandom)}`}`,
      ),
    ];
  });
  const who = `${people} held-out people (${leftOut} left out: fewer than ${ANSWERS} of the ${known} films to ask about)`;
  return [`${who}, ${seeds} draws each; 95% intervals over people`, ...lines].join('\n');
}
