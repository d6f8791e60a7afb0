import type { BackendReport } from '../protocol/vocabulary';
import type { AppStore } from '../store/index';

/** Without WebAssembly the page works, but slower, and nobody would know why. */
export function warnOfPlainCpu(store: AppStore, { chosen, tried }: BackendReport): void {
  const { backendWish, notify } = store.getState();
  const wasm = tried.find(({ name }) => name === 'wasm');
  if (chosen === 'cpu' && backendWish !== 'cpu') notify('warning', 'on-cpu', wasm?.note ?? 'wasm');
}
