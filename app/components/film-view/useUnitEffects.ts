import { useState } from 'react';
import { engine } from '../../engine';
import type { UnitEffects } from '../../protocol/unit-effects';
import { useApp } from '../../store';
import { askedOf, type Answer } from '../../store/adaptation';
import { currentAnswer } from './current-answer';

type Asked =
  { state: 'asking' | 'failed'; of: Answer } | { state: 'ready'; of: Answer; effects: UnitEffects };

/** What was asked about an answer: `old` once there is another one, whose units are not known. */
export type Asking =
  { state: 'none' | 'asking' | 'failed' | 'old' } | { state: 'ready'; effects: UnitEffects };

/** Asks what each unit does to the present ranking: only when told to. */
export function useUnitEffects(): { asking: Asking; canAsk: boolean; ask: () => void } {
  const answer = useApp(currentAnswer);
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = async (): Promise<void> => {
    if (!answer) return;
    setAsked({ state: 'asking', of: answer });
    const settle = (next: Asked) => setAsked((last) => (last?.of === answer ? next : last));
    try {
      const client = await engine.client();
      const effects = await client.ask('unitEffects', askedOf(answer));
      // A step of training may have come between the answer and the question.
      if (!effects || effects.steps !== answer.adaptation.steps)
        settle({ state: 'failed', of: answer });
      else settle({ state: 'ready', of: answer, effects });
    } catch {
      settle({ state: 'failed', of: answer });
    }
  };
  return { asking: asOf(asked, answer), canAsk: answer !== null, ask: () => void ask() };
}

function asOf(asked: Asked | null, answer: Answer | null): Asking {
  if (!asked) return { state: 'none' };
  return asked.of === answer ? asked : { state: 'old' };
}
