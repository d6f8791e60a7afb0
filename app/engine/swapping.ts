/** Swapping in another task's context: the model then adapts to a taste that nobody stated. */
import type { AppStore } from '../store/index';
import { failureOf } from '../store/faults';
import type { ModelClient } from './client';
import { OWN_SUPPORT } from './genre-stream';

/**
 * Overrides the context by the one that the present model makes of a scenario's own support set. Latest wins: a
 * swap that was overtaken, or came too late for its setting, is dropped.
 */
export async function swapContext(
  store: AppStore,
  client: Pick<ModelClient, 'ask' | 'adapt'>,
  id: string,
): Promise<void> {
  const { catalogue, seed, setting, notify } = store.getState();
  const scenario = catalogue?.scenarios.findIndex((each) => each.id === id) ?? -1;
  if (scenario < 0) return;
  try {
    const support = await client.ask('sample', { scenario, size: OWN_SUPPORT, seed });
    const answer = await client.adapt(support, { channel: 'swap' });
    if (!answer || store.getState().setting !== setting) return;
    store.getState().swapContext({ scenario: id, context: answer.context });
  } catch (error) {
    const { code, detail } = failureOf(error);
    notify('error', code, detail);
    store.getState().noteFault(error);
  }
}
