/** The format of `public/recorded/start.json`, for the page that reads it and the script that writes it. */
import * as v from 'valibot';
import { ENCODERS, HYBRIDS, MODULATIONS, PAGE_SETTINGS } from '../../src/kinds';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const numbers = v.array(v.number());
const variant = v.object({
  setting: v.picklist(PAGE_SETTINGS),
  encoder: v.picklist(ENCODERS),
  hybrid: v.picklist(HYBRIDS),
  modulation: v.picklist(MODULATIONS),
});
const movie = { item: count, title: v.string(), year: v.nullable(count) };

/** How a recorded file was made. */
export const MadeSchema = v.object({
  command: v.string(),
  commit: v.string(),
  date: v.string(),
  dataset: v.string(),
  /** The command that trained the checkpoint. */
  checkpoint: v.string(),
});

export const RecordedStartSchema = v.object({
  formatVersion: v.literal(1),
  made: MadeSchema,
  variant,
  seed: count,
  genre: v.object({ id: v.string(), name: v.string() }),
  items: count,
  support: v.array(v.object({ ...movie, label: v.number() })),
  scale: v.object({ low: v.number(), high: v.number() }),
  /** Best first; `before` is the rank without adaptation. */
  ranking: v.array(v.object({ ...movie, score: v.number(), before: count })),
  point: v.tuple([v.number(), v.number()]),
  context: numbers,
  /** Gamma and beta of the first recommendation, a row a layer. */
  detail: v.object({
    item: count,
    score: v.number(),
    hybrid: numbers,
    gamma: v.array(numbers),
    beta: v.array(numbers),
  }),
  /** Sampled support sets of every genre on the context map's axes. */
  map: v.object({
    /** x and y of each, one after another. */
    points: numbers,
    scenario: v.array(count),
    explained: v.nullable(v.tuple([v.number(), v.number()])),
  }),
  cost: v.object({ forwardPasses: count, ms: v.number() }),
});
export type RecordedStart = v.InferOutput<typeof RecordedStartSchema>;
