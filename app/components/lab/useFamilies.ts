import * as v from 'valibot';
import { readSetting } from '../../../src/kinds';
import { useRecordedFile } from '../common/useRecordedFile';

const bounds = v.object({ low: v.number(), high: v.number() });
const difference = v.object({
  seeds: v.object({ mean: v.number(), half: v.nullable(v.number()), n: v.number() }),
  episodes: bounds,
  finding: v.picklist(['more', 'less', 'none shown', 'unknown']),
});

/** `public/recorded/families.json`, as `scripts/report-families.ts` writes it; shares of 1. */
const RecordedSchema = v.object({
  made: v.object({
    command: v.string(),
    commits: v.array(v.string()),
    date: v.string(),
    steps: v.number(),
  }),
  summaries: v.array(
    v.object({
      system: v.pipe(v.string(), v.transform(readSetting)),
      seeds: v.array(v.number()),
      mean: v.record(v.string(), v.number()),
      difference: v.optional(v.record(v.string(), difference)),
    }),
  ),
});

export type Recorded = v.InferOutput<typeof RecordedSchema>;
export type FamilyDifference = v.InferOutput<typeof difference>;

export const useFamilies = () => useRecordedFile('families.json', RecordedSchema);
