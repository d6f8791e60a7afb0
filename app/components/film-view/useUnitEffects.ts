import { useState } from 'react';
import { engine } from '../../engine';
import type { UnitEffects } from '../../protocol/unit-effects';
import { useApp } from '../../store';
import type { Answer } from '../../store/adaptation';
import { presentAnswer } from './present-answer';

type Asked =
  { state: 'asking' | 'failed'; of: Answer } | { state: 'ready'; of: Answer; effects: UnitEffects };

/** What was asked about an answer: `old` once there is another one, whose units are not known. */
export type Asking =
  { state: 'none' | 'asking' | 'failed' | 'old' } | { state: 'ready'; effects: UnitEffects };

/** Asks what each unit does to the present ranking: only when told to. */
export function useUnitEffects(): { asking: Asking; canAsk: boolean; ask: () => void } {
  const present = useApp(presentAnswer);
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = async (): Promise<void> => {
    if (!present) return;
    setAsked({ state: 'asking', of: present });
    const settle = (next: Asked) => setAsked((last) => (last?.of === present ? next : last));
    try {
      const { support, held, adaptation } = present;
      const client = await engine.client();
      const effects = await client.ask('unitEffects', {
        support: [...support.items],
        interventions: held ?? undefined,
      });
      // A step of training may have come between the answer and the question.
      if (!effects || effects.steps !== adaptation.steps) settle({ state: 'failed', of: present });
      else settle({ state: 'ready', of: present, effects });
    } catch {
      settle({ state: 'failed', of: present });
    }
  };
  return { asking: asOf(asked, present), canAsk: present !== null, ask: () => void ask() };
}

function asOf(asked: Asked | null, present: Answer | null): Asking {
  if (!asked) return { state: 'none' };
  return asked.of === present ? asked : { state: 'old' };
}
