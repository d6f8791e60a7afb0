import { useEffect, useEffectEvent, useState } from 'react';
import { store } from '../store';
import type { Lesson, Scene, Stage } from './lesson';
import { sceneOf } from './scene';

/** A lesson is read, then set up, then done; what is done stays done. */
export type Progress = 'reading' | 'ready' | 'done';

/**
 * Follows the store from the moment a lesson is set up until its action is noticed.
 */
export function useLesson(lesson: Lesson, stage: Stage, onDone: () => void) {
  const [progress, setProgress] = useState<Progress>('reading');
  const [attempt, setAttempt] = useState(0);
  const finish = useEffectEvent(() => {
    setProgress('done');
    onDone();
  });
  useEffect(() => {
    if (attempt === 0) return;
    let before: Scene | null = null;
    const look = (): void => {
      const now = sceneOf(store.getState());
      if (before === null) {
        if (now.arriving === 0) before = now;
      } else if (lesson.done(now, before)) {
        stop();
        finish();
      }
    };
    const stop = store.subscribe(look);
    look();
    return stop;
  }, [lesson, attempt]);
  const setUp = async (): Promise<void> => {
    setAttempt(0);
    setProgress((was) => (was === 'done' ? was : 'ready'));
    await lesson.setUp(stage);
    setAttempt((n) => n + 1);
  };
  return { progress, setUp };
}
