import { useCallback, useEffect, useMemo } from 'react';
import { engine } from '../../engine';
import { useApp } from '../../store';
import type { Answer } from '../../store/adaptation';
import type { MovieLabel } from '../../store/catalogue';
import { useLanguage, useStrings } from '../../strings';
import { decimals } from '../common/numbers';
import { shortTitle } from '../common/short-title';
import { against, reasonOf, speakers, type Note } from './reasons';

/** What is asked of the model beside its answer waits until the visitor rests. */
const REST_MS = 600;

const NOTHING: Note = ['', ''];

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
): (item: number) => Note {
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
        const said = r.against(`${difference > 0 ? '+' : ''}${decimals(difference, 1, language)}`);
        return [said, said];
      }
      const speaker = speaks.get(item);
      if (!speaker || !answer) return NOTHING;
      const { title } = labelOf(speaker.item);
      const reason = (name: string) => reasonOf(speaker, name, answer.setting, r);
      return [reason(shortTitle(title)), reason(title)];
    },
    [answer, unadaptedStars, speaks, labelOf, language, r],
  );
}
