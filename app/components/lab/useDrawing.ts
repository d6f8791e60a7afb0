import { useCallback, useEffect, useRef, useState } from 'react';
import { store, useApp } from '../../store';
import { failureOf, type Failure } from '../../store/faults';
import { currentVariant } from '../../store/model';
import { withRacer, type CurrentModel } from '../race/racer';
import type { RaceClient } from '../../client/race-client';

/** Draws with the racer, for the model of that moment. */
export type Draw<T> = (ask: RaceClient['ask'], model: CurrentModel) => Promise<T>;

export interface Drawing<T> {
  /** What was drawn last, and with how many steps of training on this page. */
  drawn: { figure: T; steps: number } | null;
  busy: boolean;
  failure: Failure | null;
  /** The model was trained on, or rewound, since. */
  isStale: boolean;
  draw(): void;
  stop(): void;
}

/**
 * A figure of the present model: drawn when it is first seen, again when `key` or the variant
 * changes, and on demand. Nothing is drawn while a model is being loaded.
 */
export function useDrawing<T>(key: string, ask: Draw<T>): Drawing<T> {
  const [drawn, setDrawn] = useState<Drawing<T>['drawn']>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const wanted = useRef(ask);
  const turn = useRef(0);
  useEffect(() => {
    wanted.current = ask;
  });
  const variant = useApp((s) => JSON.stringify([currentVariant(s), s.seed]));
  const hasModel = useApp((s) => s.model !== null);
  // While training goes on the count changes many times a second, and a figure does not follow.
  const settled = useApp((s) => (s.mode === 'pause' ? (s.model?.steps ?? 0) : null));

  const draw = useCallback(() => {
    const mine = ++turn.current;
    const isOn = () => turn.current === mine;
    setBusy(true);
    setFailure(null);
    withRacer(async (question, model) => ({
      figure: await wanted.current(question, model),
      steps: model.steps,
    }))
      .then(
        (made) => isOn() && setDrawn(made),
        (error: unknown) => {
          store.getState().noteFault(error);
          if (isOn()) setFailure(failureOf(error));
        },
      )
      .finally(() => isOn() && setBusy(false));
  }, []);
  const stop = useCallback(() => {
    turn.current++;
    setBusy(false);
  }, []);

  useEffect(() => {
    if (!hasModel) return;
    // After the view has been painted, which then says that it is being drawn.
    const soon = setTimeout(draw);
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, [key, variant, hasModel, draw, stop]);

  const isStale = drawn !== null && settled !== null && settled !== drawn.steps;
  return { drawn, busy, failure, isStale, draw, stop };
}
