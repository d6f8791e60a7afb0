import { useEffect, useState } from 'react';
import { decodeTasks, type TaskRun } from './task-file';

/** Results of single tasks, fetched when they are first `wanted`; none when they cannot be had. */
export function useTasks(wanted: boolean): readonly TaskRun[] {
  const [runs, setRuns] = useState<readonly TaskRun[]>([]);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    fetch(new URL('recorded/lab-tasks.json', document.baseURI))
      .then((response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        return response.json();
      })
      .then(decodeTasks)
      .then(
        (decoded) => !gone && setRuns(decoded),
        // Without them differences have the interval over seeds alone, and say so.
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return runs;
}
