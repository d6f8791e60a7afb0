import type { AppState } from '../../store/state';

/** Whether the pair that is drawn meets the network as it is: by its numbers, whoever set them. */
export function isPlain({ modulationViews }: Pick<AppState, 'modulationViews'>): boolean {
  const modulation = modulationViews?.detail?.modulation;
  const all = (layers: readonly Float32Array[], value: number) =>
    layers.every((layer) => layer.every((one) => one === value));
  if (modulation?.kind === 'film') return all(modulation.gamma, 1) && all(modulation.beta, 0);
  if (modulation?.kind === 'sigmoid') return all(modulation.gate, 1);
  return modulation?.kind === 'none';
}
