import * as v from 'valibot';
import { readSetting } from '../../../src/kinds';
import { BUNDLED_DATA } from '../../storage/names';
import type { LabRow } from '../../protocol/lab';
import { useRecordedFile } from '../common/useRecordedFile';

/** `public/recorded/lab.json`: rows of `npm run evaluate`; each says how it was made. */
const RecordedSchema = v.array(
  v.objectWithRest(
    {
      protocol: v.string(),
      setting: v.pipe(v.string(), v.transform(readSetting)),
      system: v.string(),
      seed: v.number(),
      steps: v.number(),
      command: v.string(),
      commit: v.string(),
      date: v.string(),
    },
    v.union([v.string(), v.number(), v.boolean()]),
  ),
);

export type RecordedRow = LabRow & { command: string; commit: string; date: string };

export type RecordedState = RecordedRow[] | 'loading' | 'missing';

/**
 * What may stand beside a data set: all that was recorded is of the bundled data, and would be
 * misread beside any other (`elsewhere`).
 */
export const recordedFor = (data: string, recorded: RecordedState): RecordedState | 'elsewhere' =>
  data === BUNDLED_DATA ? recorded : 'elsewhere';

export const useRecorded = (): RecordedState => useRecordedFile('lab.json', RecordedSchema);
