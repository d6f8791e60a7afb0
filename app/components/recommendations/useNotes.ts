import { useCallback, useEffect, useMemo } from 'react';
import { engine } from '../../engine';
import { useApp } from '../../store';
import type { Answer } from '../../store/adaptation';
import type { MovieLabel } from '../../store/catalogue';
import { useLanguage, useStrings } from '../../strings';
import { decimals } from '../common/numbers';
import { against, reasonOf, speakers } from './reasons';

/** What is asked of the model beside its answer waits until the visitor rests. */
const REST_MS = 600;

/** Works the reasons of the present list out once it has come to rest; not while the model trains. */
function useReasons(): void {
  const settled = useApp((s) => s.settled);
  const resting = useApp((s) => s.mode === 'pause' && !s.waiting && s.incoming.length === 0);
  useEffect(() => {
    if (!settled || !resting || settled.support.items.length === 0) return;
    const timer = setTimeout(() => void engine.explainList(), REST_MS);
    return () => clearTimeout(timer);
  }, [settled, resting]);
}

/** A few words for a row on why its movie is there; empty where nothing is known. */
export function useNotes(
  answer: Answer | null,
  labelOf: (item: number) => MovieLabel,
): (item: number) => string {
  useReasons();
  const { recommendations: r } = useStrings();
  const language = useLanguage();
  const leftOut = useApp((s) => s.leftOut);
  const unadaptedStars = useApp((s) => s.unadaptedStars);
  const speaks = useMemo(() => speakers(leftOut, answer), [leftOut, answer]);
  return useCallback(
    (item: number) => {
      const difference = against(item, answer, unadaptedStars);
      if (difference !== null) {
        return r.against(`${difference > 0 ? '+' : ''}${decimals(difference, 1, language)}`);
      }
      const speaker = speaks.get(item);
      if (!speaker || !answer) return '';
      return reasonOf(speaker, labelOf(speaker.item).title, answer.setting, r);
    },
    [answer, unadaptedStars, speaks, labelOf, language, r],
  );
}
