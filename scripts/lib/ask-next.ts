/**
 * `npm run evaluate -- --ask-next`: how fast a model learns from held-out people's answers, by who chooses what they
 * are asked. A person's ratings answer; what they did not rate they have not seen.
 *
 * Counted twice: by questions, where 'I have not seen it' is one too, as a visitor meets them, and by answers, where
 * only films that the person has rated are asked about.
 */
import { DEFAULT_VARIANT } from '../../app/store/model';
import { METHODS, UNITS, type Method, type Unit } from '../../app/protocol/next-question';
import type { SupportItem } from '../../app/protocol/vocabulary';
import { createRandom, deriveSeed, shuffle, type Random } from '../../src/data/random';
import { KNOWN_FILMS } from '../../src/data/taste/known';
import { RATING_QUERY, ratersOf, type UserRatings } from '../../src/data/tasks/rating';
import type { Dataset } from '../../src/data/types';
import { meanAbsoluteError } from '../../src/model/metrics';
import { interval95, type Interval } from '../../src/statistics/interval';
import { nodeAdapter } from './adapter';
import { evidenceCandidates } from './evidence';

/** Questions, or answers, that each person gets through. */
export const ROUNDS = 8;

export interface AskNextRow {
  method: Method;
  unit: Unit;
  /** Questions or answers so far, 0 to `ROUNDS`. */
  round: number;
  /** Films that have been rated by then; over people. */
  rated: number;
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

/** Error and number of rated films after each round. */
interface Course {
  mae: number[];
  rated: number[];
}
type Courses = Record<Unit, Record<Method, Course>>;

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
  const everybody: Courses[] = [];
  for (const [n, rater] of raters.entries()) {
    const draws: Courses[] = [];
    for (let seed = 0; seed < seeds; seed++) {
      const draw = await coursesOf(ask, rater, evidence, seed);
      if (draw) draws.push(draw);
    }
    // Everybody counts once, with as many draws as everybody else.
    if (draws.length === seeds) everybody.push(meanCourses(draws));
    if (n % 10 === 0) say(`${n} of ${raters.length} people`);
  }
  const rows = UNITS.flatMap((unit) =>
    METHODS.flatMap((method) =>
      Array.from({ length: ROUNDS + 1 }, (_, round): AskNextRow => {
        const errors = (of: Method) => everybody.map((person) => person[unit][of].mae[round]);
        const [own, random] = [errors(method), errors('random')];
        return {
          ...{ method, unit, round },
          rated: mean(everybody.map((person) => person[unit][method].rated[round])),
          mae: interval95(own),
          lessRandom: interval95(own.map((value, k) => value - random[k])),
        };
      }),
    ),
  );
  const people = everybody.length;
  return { seeds, people, leftOut: raters.length - people, known: KNOWN_FILMS, rows };
}

/** How one person's error falls, by who asks; null for somebody who cannot give so many answers. */
async function coursesOf(
  ask: Ask,
  rater: UserRatings,
  evidence: readonly number[],
  seed: number,
): Promise<Courses | null> {
  const random = createRandom(deriveSeed(seed, `ask next, user ${rater.user}`));
  const drawn = shuffle(random, Array.from(rater.item.keys()));
  const heldOut = drawn.slice(0, RATING_QUERY);
  const answers = new Map(
    drawn.slice(RATING_QUERY).map((k) => [rater.item[k], rater.stars[k]] as const),
  );
  const hidden = new Set(heldOut.map((k) => rater.item[k]));
  // What is held out is not asked about: its answer is the one to be predicted.
  const shelf = Array.from({ length: KNOWN_FILMS }, (_, item) => item).filter(
    (item) => !hidden.has(item),
  );
  const seen = shelf.filter((item) => answers.has(item));
  if (seen.length < ROUNDS) return null;
  const stars = heldOut.map((k) => rater.stars[k]);
  const errorAfter = async (support: SupportItem[]): Promise<number> => {
    const { scores } = await ask('adapt', { support, select: null });
    const predicted = heldOut.map((k) => Math.min(5, Math.max(0.5, scores[rater.item[k]])));
    return meanAbsoluteError(predicted, stars);
  };
  const course = async (choose: Choose, candidates: readonly number[]): Promise<Course> => {
    const support: SupportItem[] = [];
    const run: Course = { mae: [await errorAfter(support)], rated: [0] };
    let left = candidates;
    for (let round = 1; round <= ROUNDS; round++) {
      const item = await choose(support, left, random);
      left = left.filter((other) => other !== item);
      const label = answers.get(item);
      if (label !== undefined) support.push({ item, label });
      run.mae.push(label === undefined ? run.mae[round - 1] : await errorAfter([...support]));
      run.rated.push(support.length);
    }
    return run;
  };
  const byMethod = async (candidates: readonly number[]) => {
    const courses: Partial<Record<Method, Course>> = {};
    const choosers = choosersOf(ask, evidence, candidates);
    for (const method of METHODS) courses[method] = await course(choosers[method], candidates);
    return courses as Record<Method, Course>;
  };
  return { questions: await byMethod(shelf), answers: await byMethod(seen) };
}

/** The next film of `left`, ascending, after the answers in `support`. */
type Choose = (
  support: readonly SupportItem[],
  left: readonly number[],
  random: Random,
) => Promise<number>;

function choosersOf(
  ask: Ask,
  evidence: readonly number[],
  shelf: readonly number[],
): Record<Method, Choose> {
  const orders = new Map<number, Uint32Array>();
  /** The shelf after these answers, best first. A film that was not seen changes nothing in it. */
  const orderAfter = async (support: readonly SupportItem[]): Promise<Uint32Array> => {
    const rated = new Set(support.map(({ item }) => item));
    const candidates = shelf.filter((item) => !rated.has(item));
    const order =
      orders.get(support.length) ??
      (await ask('askNext', { support: [...support], candidates })).items;
    orders.set(support.length, order);
    return order;
  };
  const first = (order: ArrayLike<number>, left: readonly number[]): number =>
    Array.from(order).find((item) => left.includes(item))!;
  return {
    asked: async (support, left) => first(await orderAfter(support), left),
    evidence: async (_, left) => first(evidence, left),
    // Films stand in the order of how many have rated them.
    popular: async (_, left) => left[0],
    random: async (_, left, random) => left[random.integer(left.length)],
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const meanOf = (rows: readonly number[][]): number[] =>
  rows[0].map((_, k) => mean(rows.map((row) => row[k])));

const byKey = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

const meanCourses = (draws: readonly Courses[]): Courses =>
  byKey(UNITS, (unit) =>
    byKey(METHODS, (method) => ({
      mae: meanOf(draws.map((draw) => draw[unit][method].mae)),
      rated: meanOf(draws.map((draw) => draw[unit][method].rated)),
    })),
  );

const NAMES: Record<Method, string> = {
  asked: 'asked by the model',
  evidence: 'MeLU’s evidence candidates',
  popular: 'most rated first',
  random: 'random known films',
};

const shown = ({ mean, half }: Interval): string =>
  `${mean.toFixed(3)} ± ${half?.toFixed(3) ?? '-'}`;

/** Held-out error after so many questions or answers, and the difference from random films, by method. */
export function formatAskNext({ people, leftOut, known, seeds, rows }: AskNextResult): string {
  const lines = UNITS.flatMap((unit) =>
    METHODS.flatMap((method) => [
      `${NAMES[method]}, by ${unit}`,
      ...rows
        .filter((row) => row.method === method && row.unit === unit)
        .map(
          ({ round, rated, mae, lessRandom }) =>
            `  after ${round} (${rated.toFixed(1)} rated): MAE ${shown(mae)}${method === 'random' ? '' : `, less random ${shown(lessRandom)}`}`,
        ),
    ]),
  );
  const who = `${people} held-out people (${leftOut} left out: fewer than ${ROUNDS} of the ${known} films to ask about)`;
  return [`${who}, ${seeds} draws each; 95% intervals over people`, ...lines].join('\n');
}
