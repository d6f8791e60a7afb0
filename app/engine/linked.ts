/** What a link names and the model must work out: the context of another scenario, a pinned ranking. */
import type { AppStore } from '../store/index';
import { failureOf } from '../store/faults';
import { withOverrides } from '../store/linked-overrides';
import { resolvePairs } from '../store/linked-support';
import { scaleOf } from '../store/scale';
import type { Address } from '../store/url';
import type { ModelClient } from './client';
import { swapContext } from './swapping';

/** Overrides and pins what the address says; what the data do not have is told. A pin that is there stays. */
export async function followLinked(
  store: AppStore,
  client: Pick<ModelClient, 'ask' | 'adapt'>,
  { hold: overrides, context, pin }: Pick<Address, 'hold' | 'context' | 'pin'>,
): Promise<void> {
  if (overrides) store.getState().intervene(withOverrides(store.getState(), overrides));
  const { catalogue, contextFrom, swapContext: setSwap, notify } = store.getState();
  if (!catalogue) return;
  if (context !== contextFrom) {
    if (context === null) setSwap(null);
    else if (catalogue.scenarioOfId.has(context)) await swapContext(store, client, context);
    else notify('warning', 'address', `context=${context}`);
  }
  if (pin && !store.getState().pinned) await pinLinked(store, client, pin);
}

async function pinLinked(
  store: AppStore,
  client: Pick<ModelClient, 'adapt'>,
  pin: NonNullable<Address['pin']>,
): Promise<void> {
  const { catalogue, setting, notify } = store.getState();
  const { items, lost } = resolvePairs(pin, catalogue!, setting);
  if (lost > 0) notify('warning', 'address-movies', String(lost));
  try {
    const adaptation = await client.adapt(items, { channel: 'pin' });
    if (!adaptation || store.getState().setting !== setting) return;
    const support = { genre: null, items };
    const scale = scaleOf(adaptation);
    store
      .getState()
      .pinAnswer({ adaptation, setting, support, interventions: null, source: 'live', scale });
  } catch (error) {
    notify('error', failureOf(error).code, failureOf(error).detail);
    store.getState().noteFault(error);
  }
}
