/**
 * `npm run record-challenge`: the people of the first lesson's challenge. Draws held-out users of the
 * bundled data by a rule and a seed (nobody is picked for the model's sake), lets the shipped visitor
 * checkpoint predict their stars through the adapter's own code, and writes
 * `public/recorded/challenge.json`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import {
  ChallengeSchema,
  type Challenge,
  type Person,
} from '../app/lessons/cold-start/challenge-format';
import { DEFAULT_VARIANT } from '../app/store/model';
import type { SupportItem } from '../app/protocol/vocabulary';
import { createRandom, deriveSeed, sampleWithoutReplacement, shuffle } from '../src/data/random';
import { ratersOf, type UserRatings } from '../src/data/tasks/rating';
import type { Dataset } from '../src/data/types';
import type { AdapterCalls } from '../app/protocol/adapter';
import type { Ask } from '../app/protocol/calls';
import { nodeAdapter, currentCommit, round } from './lib/adapter';
import { useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';

const SEED = 0;
const PEOPLE = 6;
const SHOWN = 4;
/** Of the films asked about, so many were liked and so many not. */
const OF_EACH = 3;
const LIKED = 4.5;
const NOT_LIKED = 2.5;
/** A guess needs films that one has heard of. */
const KNOWN_RATINGS = 60;

interface Draw {
  user: number;
  shown: SupportItem[];
  asked: SupportItem[];
}

/** Four films that somebody loved, and six more: three loved, three not. Null: too few of them. */
function draw(rater: UserRatings, ratings: Uint32Array): Draw | null {
  const random = createRandom(deriveSeed(SEED, `challenge ${rater.user}`));
  const pairs = Array.from(rater.item, (item, k) => ({ item, label: rater.stars[k] }));
  const known = pairs.filter(({ item }) => ratings[item] >= KNOWN_RATINGS);
  const liked = known.filter(({ label }) => label >= LIKED);
  const notLiked = known.filter(({ label }) => label <= NOT_LIKED);
  if (liked.length < SHOWN + OF_EACH || notLiked.length < OF_EACH) return null;
  const chosen = sampleWithoutReplacement(random, liked, SHOWN + OF_EACH);
  const others = sampleWithoutReplacement(random, notLiked, OF_EACH);
  return {
    user: rater.user,
    shown: chosen.slice(0, SHOWN),
    asked: shuffle(random, [...chosen.slice(SHOWN), ...others]),
  };
}

async function describe(
  { user, shown, asked }: Draw,
  dataset: Dataset,
  ask: Ask<AdapterCalls>,
): Promise<Person> {
  const { id, title, year, genres } = dataset.movies;
  const movie = ({ item, label }: SupportItem) => ({
    id: id[item],
    title: title[item],
    year: year[item] || null,
    genres: genres[item],
    stars: label,
  });
  const after = await ask('adapt', { support: shown, select: null });
  const before = await ask('adapt', { support: [], select: null });
  return {
    user,
    shown: shown.map(movie),
    asked: asked.map((pair) => ({
      ...movie(pair),
      predicted: round(after.scores[pair.item], 3),
      before: round(before.scores[pair.item], 3),
    })),
  };
}

async function record(): Promise<Challenge> {
  await useBackend('wasm');
  const dataset = await loadBundledDataset();
  const ask = nodeAdapter(dataset);
  const variant = { setting: 'user' as const, ...DEFAULT_VARIANT.user };
  const model = await ask('load', { variant, seed: SEED });
  if (!model.provenance) throw new Error('no checkpoint ships for the scenario setting');
  const ratings = new Uint32Array(dataset.movies.count);
  for (const item of dataset.ratings.item) ratings[item]++;
  const order = shuffle(createRandom(SEED), ratersOf(dataset, 'metaTest'));
  const drawn = order.map((rater) => draw(rater, ratings)).filter((each) => each !== null);
  const people: Person[] = [];
  for (const each of drawn.slice(0, PEOPLE)) people.push(await describe(each, dataset, ask));
  return {
    formatVersion: 2,
    made: {
      command: 'npm run record-challenge',
      commit: currentCommit(),
      date: new Date().toISOString(),
      dataset: dataset.manifest.name,
      checkpoint: model.provenance.command,
    },
    people,
  };
}

const challenge = v.parse(ChallengeSchema, await record());
const folder = path.join(REPOSITORY, 'public', 'recorded');
await mkdir(folder, { recursive: true });
const text = `${JSON.stringify(challenge)}\n`;
await writeFile(path.join(folder, 'challenge.json'), text);
console.log(
  `public/recorded/challenge.json: ${text.length} bytes, ${challenge.people.length} people`,
);
