import { useEffect, useState } from 'react';
import { KNOWN_FILMS } from '../../../src/data/taste/known';
import { engine } from '../../engine';
import type { NextAnswer } from '../../protocol/next-question';
import type { SupportItem } from '../../protocol/vocabulary';
import { useApp } from '../../store';
import { candidatesOf } from './order';

export interface Asked {
  support: readonly SupportItem[];
  answer: NextAnswer;
}

/** Asks the model what to rate next whenever the support set has changed and was answered. */
export function useQuestion(isWanted: boolean) {
  const support = useApp((s) => s.support.user.items);
  const films = useApp((s) => s.catalogue?.movies.count ?? 0);
  // The list first: an edit that waits behind a question would be late.
  const isReady = useApp(
    (s) => s.answer?.setting === 'user' && s.answer.source === 'live' && !s.waiting,
  );
  const steps = useApp((s) => s.model?.steps ?? 0);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!isWanted || !isReady || films === 0) return;
    let gone = false;
    const ask = async (): Promise<void> => {
      setFailed(false);
      try {
        const client = await engine.client();
        const candidates = candidatesOf(Math.min(KNOWN_FILMS, films), support);
        const answer = await client.ask('askNext', { support: [...support], candidates });
        if (!gone) setAsked({ support, answer });
      } catch {
        if (!gone) setFailed(true);
      }
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [isWanted, isReady, films, support, steps, attempt]);
  return {
    /** null: on its way, for the present support set. */
    answer: asked?.support === support ? asked.answer : null,
    hasFailed,
    again: () => setAttempt((n) => n + 1),
  };
}
