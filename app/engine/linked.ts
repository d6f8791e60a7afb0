/** What a link names and the model must work out: the context of another scenario, a pinned ranking. */
import type { AppStore } from '../store/index';
import { failureOf } from '../store/faults';
import { withHeld } from '../store/linked-holds';
import { resolvePairs } from '../store/linked-support';
import { scaleOf } from '../store/scale';
import type { Address } from '../store/url';
import type { ModelClient } from './client';
import { swapContext } from './swapping';

/** Holds and pins what the address says; what the data do not have is told. A pin that is there stays. */
export async function followLinked(
  store: AppStore,
  client: Pick<ModelClient, 'ask' | 'adapt'>,
  { hold: held, context, pin }: Pick<Address, 'hold' | 'context' | 'pin'>,
): Promise<void> {
  if (held) store.getState().intervene(withHeld(store.getState(), held));
  const { catalogue, contextFrom, swapContext: hold, notify } = store.getState();
  if (!catalogue) return;
  if (context !== contextFrom) {
    if (context === null) hold(null);
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
