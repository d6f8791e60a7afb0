import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { LabRow } from '../../workers/lab/protocol';

/** `public/recorded/lab.json`: rows of `npm run evaluate`, and how they were made. */
const RecordedSchema = v.object({
  made: v.object({ command: v.string(), commit: v.string(), date: v.string() }),
  rows: v.array(
    v.objectWithRest(
      { setting: v.string(), system: v.string(), seed: v.number(), steps: v.number() },
      v.union([v.string(), v.number(), v.boolean()]),
    ),
  ),
});

export interface Recorded {
  made: { command: string; commit: string; date: string };
  rows: LabRow[];
}

export type RecordedState = Recorded | 'loading' | 'failed';

export function useRecorded(): RecordedState {
  const [state, setState] = useState<RecordedState>('loading');
  useEffect(() => {
    let gone = false;
    fetch(new URL('recorded/lab.json', document.baseURI))
      .then((response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        return response.json();
      })
      .then((json: unknown) => v.parse(RecordedSchema, json))
      .then(
        (recorded) => !gone && setState(recorded),
        () => !gone && setState('failed'),
      );
    return () => {
      gone = true;
    };
  }, []);
  return state;
}
