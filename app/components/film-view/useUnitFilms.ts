import { useEffect, useState } from 'react';
import { engine } from '../../engine';
import type { UnitFilms, UnitFilmsQuestion } from '../../protocol/unit-effects';
import { askedOf, type Answer } from '../../store/adaptation';
import { useSeen } from '../common/visibility';
import { currentAnswer } from './current-answer';

type Place = Pick<UnitFilmsQuestion, 'target' | 'layer' | 'unit'>;

interface Known extends Place {
  of: Answer;
  films: UnitFilms;
}

/** Asks for the films by one number of the modulation, anew with each answer. null: not known yet. */
export function useUnitFilms({ target, layer, unit }: Place) {
  const answer = useSeen(currentAnswer);
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    if (!answer) return;
    let gone = false;
    const ask = async (): Promise<void> => {
      const client = await engine.client();
      const films = await client.ask('unitFilms', { ...askedOf(answer), target, layer, unit });
      if (!gone) setKnown({ of: answer, target, layer, unit, films });
    };
    // Without them the cell can be overridden all the same.
    ask().catch(() => !gone && setKnown(null));
    return () => {
      gone = true;
    };
  }, [answer, target, layer, unit]);
  const own = known?.target === target && known.layer === layer && known.unit === unit;
  return { films: own ? known.films : null, isOld: known?.of !== answer };
}
