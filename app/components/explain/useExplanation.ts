import { useEffect, useState } from 'react';
import type { Explanation } from '../../protocol/explanation';
import { engine } from '../../engine';
import { useSeen } from '../common/visibility';

export type Explained =
  | { state: 'empty' }
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'ready'; explanation: Explanation };

/** Asks the model for the chain behind the selected movie's score, anew after each answer. */
export function useExplanation(): Explained {
  const answer = useSeen((state) => state.answer);
  const selected = useSeen((state) => state.selected);
  const interventions = useSeen((state) => state.interventions);
  const [explained, setExplained] = useState<Explained>({ state: 'loading' });
  useEffect(() => {
    if (selected === null || !answer || answer.source !== 'live') return;
    let stale = false;
    const ask = async (): Promise<Explained> => {
      const client = await engine.client();
      const support = [...answer.support.items];
      const explanation = await client.ask('explain', {
        support,
        item: selected,
        interventions: interventions ?? undefined,
      });
      return { state: 'ready', explanation };
    };
    ask()
      .catch((): Explained => ({ state: 'failed' }))
      .then((next) => {
        if (!stale) setExplained(next);
      });
    return () => {
      stale = true;
    };
  }, [answer, selected, interventions]);
  return selected === null ? { state: 'empty' } : explained;
}
