import { useEffect, useState } from 'react';
import { engine } from '../../engine';
import type { TasteLists } from '../../protocol/tastes';
import type { SupportItem } from '../../protocol/vocabulary';
import { LIST } from './tastes';

/** While a slider or a film is dragged the models are asked no more often. */
const REST_MS = 80;

export interface Answered {
  support: readonly SupportItem[];
  lists: TasteLists;
}

export interface TasteAnswer {
  /** The newest answer; it may be that of the support set before. */
  answered: Answered | null;
  state: 'waiting' | 'ready' | 'failed';
  again: () => void;
}

/** Asks both models whenever the support set or the sharpness changes, as long as somebody looks. */
export function useTasteLists(
  support: readonly SupportItem[],
  sharpness: number,
  seen: boolean,
): TasteAnswer {
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [state, setState] = useState<TasteAnswer['state']>('waiting');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!seen || support.length === 0) return;
    let gone = false;
    const ask = async () => {
      setState('waiting');
      try {
        const client = await engine.client();
        const question = { support: [...support], count: LIST, sharpness };
        const lists = await client.ask('twoTastes', question);
        if (gone) return;
        setAnswered({ support, lists });
        setState('ready');
      } catch {
        if (!gone) setState('failed');
      }
    };
    const timer = setTimeout(() => void ask(), REST_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [support, sharpness, seen, attempt]);
  return { answered, state, again: () => setAttempt((n) => n + 1) };
}
