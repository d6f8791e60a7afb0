/**
 * What a visitor can copy when something failed, for the person who will fix it: browser, versions, what
 * was tried and what went wrong. It holds nothing of the visitor: no address, no support set, no
 * name of an own data set. Technical words only, so it is the same in every language.
 */
import { version } from '../../package.json';
import type { BackendReport } from '../protocol/vocabulary';
import { hasSimd } from '../protocol/webassembly';
import type { Fault } from './faults';
import { currentVariant } from './model';
import type { AppState } from './state';

/** What the browser says about itself. */
export interface Machine {
  userAgent: string;
  /** File of the page's script, which names the build. */
  build: string;
  lines: Record<string, string | number | boolean>;
  /** Where the page is served from: taken out of every line. */
  origin: string;
}

export type Reported = Pick<
  AppState,
  | 'setting'
  | 'variants'
  | 'language'
  | 'backendWish'
  | 'status'
  | 'backend'
  | 'trainerBackend'
  | 'faults'
>;

export function reportOf(state: Reported, machine: Machine): string {
  const { status, backend, trainerBackend, faults, backendWish, language } = state;
  const { setting, encoder, hybrid, modulation, preset = 'small' } = currentVariant(state);
  const lines = [
    `CMML Explorable ${version} (${machine.build})`,
    `browser: ${machine.userAgent}`,
    `has: ${Object.entries(machine.lines)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
    `page: ${setting}, ${encoder} ${hybrid} ${modulation} ${preset}, backend ${backendWish}, ${language}`,
    ...role('adapter', status.adapter, backend),
    ...role('trainer', status.trainer, trainerBackend),
    faults.length === 0 ? 'faults: none' : 'faults, the first and the latest:',
    ...faults.map(line),
  ];
  return withoutVisitor(lines.join('\n'), machine.origin);
}

function role(name: string, status: string, report: BackendReport | null): string[] {
  const tried = report?.tried.map(
    ({ name: backend, ok, stepMs, note }) =>
      `  ${backend}: ${ok ? 'passed' : 'not used'}${stepMs ? `, ${stepMs.toFixed(1)} ms a step` : ''}${note ? `, ${note}` : ''}`,
  );
  const chosen = report ? `, ${report.arithmetic ?? report.chosen} (${report.reason})` : '';
  return [`${name}: ${status}${chosen}`, ...(tried ?? [])];
}

const line = ({ after, code, detail, worker }: Fault): string =>
  `  ${after.toFixed(1)} s ${code}: ${detail}${worker ? ` [${worker}]` : ''}`;

/** Queries of addresses hold a support set, names of own data sets are made from their content. */
function withoutVisitor(text: string, origin: string): string {
  return text
    .replaceAll(origin, '')
    .replace(/([^\s?]*\.\w+|\/)\?[^\s:)]*/g, '$1')
    .replace(/\bown-[0-9a-f]+/g, 'own data');
}

/** This browser, asked now. */
export function thisMachine(): Machine {
  const { hardwareConcurrency, userAgent, maxTouchPoints, serviceWorker } = navigator;
  const src = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';
  return {
    userAgent,
    build: src.split('/').at(-1)?.split('?')[0] ?? '',
    origin: location.origin,
    lines: {
      WebAssembly: 'WebAssembly' in globalThis,
      SIMD: hasSimd(),
      OffscreenCanvas: 'OffscreenCanvas' in globalThis,
      WebGPU: 'gpu' in navigator,
      offline: Boolean(serviceWorker?.controller),
      hidden: document.hidden,
      threads: hardwareConcurrency,
      touch: maxTouchPoints,
      window: `${innerWidth}x${innerHeight}@${devicePixelRatio}`,
    },
  };
}
