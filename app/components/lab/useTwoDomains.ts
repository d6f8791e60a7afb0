import * as v from 'valibot';
import type { All } from '../../../src/model/evaluation/domain-summary';
import { useRecordedFile } from '../common/useRecordedFile';

/** Both domains together, among the places. */
export const ALL: All = 'all';

const interval = v.object({ mean: v.number(), half: v.nullable(v.number()), n: v.number() });

/** `public/recorded/two-domains.json`, as `npm run evaluate:domains` writes it; shares of 1. */
const RecordedSchema = v.object({
  made: v.object({
    command: v.string(),
    commits: v.array(v.string()),
    date: v.string(),
  }),
  /** `all`, then the domains by name. */
  places: v.array(v.string()),
  means: v.array(
    v.object({ system: v.string(), steps: v.number(), recall: v.record(v.string(), interval) }),
  ),
  differences: v.array(
    v.object({
      system: v.string(),
      less: v.string(),
      domain: v.string(),
      seeds: interval,
      tasks: v.nullable(v.object({ low: v.number(), high: v.number() })),
      finding: v.picklist(['more', 'less', 'none shown', 'unknown']),
    }),
  ),
});

export type TwoDomains = v.InferOutput<typeof RecordedSchema>;

export const useTwoDomains = () => useRecordedFile('two-domains.json', RecordedSchema);
